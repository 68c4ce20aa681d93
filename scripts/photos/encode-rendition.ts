import { cropOriginal } from "./crop-original.ts";
import { inFormat } from "./in-format.ts";
import type { Rendition } from "./rendition.ts";

/**
 * Makes a rendition's bytes from the original's. The same bytes every time.
 * Throws where the bytes cannot be decoded; they were measured before, so that is a fault of ours.
 *
 * @param quality of the format's encoder, see `QualityBook`
 */
export function encodeRendition(
  original: Buffer,
  rendition: Rendition,
  quality: number,
): Promise<Buffer> {
  const { region, format } = rendition;
  return inFormat(cropOriginal(original, region, rendition), format, quality).toBuffer();
}
