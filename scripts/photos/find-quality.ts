import sharp from "sharp";
import { encoders, type RenditionFormat } from "./encoders.ts";
import { inFormat } from "./in-format.ts";
import { fromPixels, type Pixels, takePixels } from "./pixels.ts";
import { comparedWindow, similarity } from "./similarity.ts";

/** What is looked for: a similarity, and the qualities between which it is. */
export interface QualityAim {
  target: number;
  least: number;
  most: number;
}

/**
 * The least quality of a format's encoder at which a picture is as similar to itself as its aim says,
 * within the bounds. The same one every time.
 */
export async function findQuality(
  sample: Pixels,
  format: RenditionFormat,
  aim: QualityAim = encoders[format].quality,
): Promise<number> {
  const { target, least, most } = aim;
  if (Math.min(sample.width, sample.height) < comparedWindow) return most;
  let [low, high] = [least, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    const encoded = await inFormat(fromPixels(sample), format, middle).toBuffer();
    if (similarity(sample, await takePixels(sharp(encoded))) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}
