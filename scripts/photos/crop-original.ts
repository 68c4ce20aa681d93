import sharp, { type Sharp } from "sharp";
import type { Region } from "./crop-region.ts";
import { limits } from "./limits.ts";

/**
 * A part of an original at the size asked for, ready to be encoded: upright, in sRGB, on white where it
 * was transparent, and without any metadata (sharp keeps none unless told to).
 */
export function cropOriginal(
  original: Buffer,
  region: Region,
  { width, height }: { width: number; height: number },
): Sharp {
  return sharp(original, {
    autoOrient: true,
    failOn: "warning",
    limitInputPixels: limits.megapixels * 1e6,
  })
    .extract(region)
    .resize(width, height, { fit: "fill" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb");
}
