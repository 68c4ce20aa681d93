import sharp from "sharp";
import { inFormat } from "../../../photos/encode.ts";
import { findQuality } from "../../../photos/quality.ts";
import type { ComparedPhotograph } from "./compared-photograph.ts";
import { type Encoded, measureEncoded } from "./encoded.ts";

/** Encoders' qualities, between which any similarity can be found: 64 steps, six trials. */
const bounds = { least: 30, most: 93 };

/** Encodes a photograph as our pipeline would if AVIF had this target. */
export async function encodeAt(
  { sample, reference }: ComparedPhotograph,
  target: number,
): Promise<Encoded> {
  const quality = await findQuality(sample, "avif", { ...bounds, target });
  return measureEncoded(reference, await inFormat(sharp(reference), "avif", quality).toBuffer());
}
