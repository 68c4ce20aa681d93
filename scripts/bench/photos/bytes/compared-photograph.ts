import { readFile } from "node:fs/promises";
import path from "node:path";
import type { RenditionFormat } from "../../../photos/encoders.ts";
import type { Pixels } from "../../../photos/pixels.ts";
import { sampleOriginal } from "../../../photos/sample-original.ts";
import { uprightOriginal } from "../../../photos/upright-original.ts";
import { type Encoded, measureEncoded } from "./encoded.ts";

/** A photograph whose encodings are compared, at one width. */
export interface ComparedPhotograph {
  name: string;
  /** At that width, without loss. */
  reference: Buffer;
  /** What qualities are found by. */
  sample: Pixels;
  /** What eleventy-img makes of it by default. */
  theirs: Readonly<Record<RenditionFormat, Encoded>>;
}

/** Reads a photograph and what eleventy-img made of it. */
export async function comparedPhotograph(
  file: string,
  width: number,
  made: Readonly<Record<RenditionFormat, string>>,
): Promise<ComparedPhotograph> {
  const original = await readFile(file);
  const reference = await uprightOriginal(original)
    .resize(width)
    .toColourspace("srgb")
    .png({ compressionLevel: 0 })
    .toBuffer();
  const read = async (format: RenditionFormat): Promise<Encoded> =>
    measureEncoded(reference, await readFile(made[format]));
  return {
    name: path.parse(file).name,
    reference,
    sample: await sampleOriginal(original),
    theirs: { avif: await read("avif"), webp: await read("webp"), jpeg: await read("jpeg") },
  };
}
