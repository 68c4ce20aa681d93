import type { Sharp } from "sharp";
import type { Region } from "./crop-region.ts";
import { uprightOriginal } from "./upright-original.ts";

/**
 * A part of an original at the size asked for, ready to be encoded: upright, in sRGB, on white where it
 * was transparent, and without any metadata (sharp keeps none unless told to).
 */
export function cropOriginal(
  original: Buffer,
  region: Region,
  { width, height }: { width: number; height: number },
): Sharp {
  return uprightOriginal(original)
    .extract(region)
    .resize(width, height, { fit: "fill" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb");
}
