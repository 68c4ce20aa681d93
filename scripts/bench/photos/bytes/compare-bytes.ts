import type { ComparedPhotograph, TheirFormat } from "./compared-photograph.ts";
import type { Encoded } from "./encoded.ts";
import { matchDistance } from "./match-distance.ts";
import { meanDistance } from "./mean-distance.ts";

/** What both made of the same photographs, as far from them as each other. */
export interface BytesCompared {
  /** Of the case. */
  id: string;
  title: string;
  ours: readonly Encoded[];
  theirs: readonly Encoded[];
}

/**
 * Encodes photographs to the distance that eleventy-img keeps by default: what a browser of today is
 * sent, AVIF of ours and of its two formats, WebP and JPEG, the first; and AVIF beside its AVIF.
 */
export async function compareBytes(
  photographs: readonly ComparedPhotograph[],
  say: (line: string) => void,
): Promise<BytesCompared[]> {
  const compare = async (id: string, title: string, other: TheirFormat): Promise<BytesCompared> => {
    say(`${title}: encoding to the same distance.`);
    const theirs = photographs.map((photograph) => photograph.theirs[other]);
    return {
      id,
      title,
      theirs,
      ours: await matchDistance(photographs, meanDistance(theirs)),
    };
  };
  return [
    await compare("photos-bytes", "Same similarity, sent to browsers", "webp"),
    await compare("photos-bytes-avif", "Same similarity, AVIF", "avif"),
  ];
}
