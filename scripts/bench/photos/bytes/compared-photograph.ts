import { readFile } from "node:fs/promises";
import path from "node:path";
import { uprightOriginal } from "../../../photos/original.ts";
import { type Pixels, sampleOriginal } from "../../../photos/quality.ts";
import { type Encoded, measureEncoded } from "./encoded.ts";

/** What our AVIF is compared with. */
export type TheirFormat = "avif" | "webp";

/** A photograph whose encodings are compared, at one width. */
export interface ComparedPhotograph {
  name: string;
  /** At that width, without loss. */
  reference: Buffer;
  /** What qualities are found by. */
  sample: Pixels;
  /** What eleventy-img makes of it by default. */
  theirs: Readonly<Record<TheirFormat, Encoded>>;
}

/** Reads a photograph and what eleventy-img made of it. */
export async function comparedPhotograph(
  file: string,
  width: number,
  made: Readonly<Record<TheirFormat, string>>,
): Promise<ComparedPhotograph> {
  const original = await readFile(file);
  const reference = await uprightOriginal(original)
    .resize(width)
    .toColourspace("srgb")
    .png({ compressionLevel: 0 })
    .toBuffer();
  const read = async (format: TheirFormat): Promise<Encoded> =>
    measureEncoded(reference, await readFile(made[format]));
  return {
    name: path.parse(file).name,
    reference,
    sample: await sampleOriginal(original),
    theirs: { avif: await read("avif"), webp: await read("webp") },
  };
}
