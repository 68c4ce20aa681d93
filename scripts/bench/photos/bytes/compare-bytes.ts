import type { RenditionFormat } from "../../../photos/encoders.ts";
import type { ComparedPhotograph } from "./compared-photograph.ts";
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
 * sent, AVIF of ours and of its two formats, WebP and JPEG, the first; and in each of `formats`.
 */
export async function compareBytes(
  photographs: readonly ComparedPhotograph[],
  formats: readonly RenditionFormat[],
  say: (line: string) => void,
): Promise<BytesCompared[]> {
  const compare = async (
    id: string,
    title: string,
    ours: RenditionFormat,
    other: RenditionFormat,
  ): Promise<BytesCompared> => {
    say(`${title}: encoding to the same distance.`);
    const theirs = photographs.map((photograph) => photograph.theirs[other]);
    return {
      id,
      title,
      theirs,
      ours: await matchDistance(photographs, ours, meanDistance(theirs)),
    };
  };
  const compared = [
    await compare("photos-bytes", "Same similarity, sent to browsers", "avif", "webp"),
  ];
  for (const format of formats) {
    const title = `Same similarity, ${format === "webp" ? "WebP" : format.toUpperCase()}`;
    compared.push(await compare(`photos-bytes-${format}`, title, format, format));
  }
  return compared;
}
