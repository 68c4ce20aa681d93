import sharp from "sharp";
import { encoders, type RenditionFormat } from "./encoders.ts";
import { inFormat } from "./in-format.ts";
import { fromPixels, type Pixels, takePixels } from "./pixels.ts";
import { comparedWindow, similarity } from "./similarity.ts";

/**
 * The least quality of a format's encoder at which a picture is as similar to itself as the format's
 * target says, within its bounds. The same one every time.
 */
export async function findQuality(sample: Pixels, format: RenditionFormat): Promise<number> {
  const { target, least, most } = encoders[format].quality;
  if (Math.min(sample.width, sample.height) < comparedWindow) return most;
  let low: number = least;
  let high: number = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    const encoded = await inFormat(fromPixels(sample), format, middle).toBuffer();
    if (similarity(sample, await takePixels(sharp(encoded))) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}
