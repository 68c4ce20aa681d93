import sharp, { type Sharp } from "sharp";
import { limits } from "./limits.ts";

/** An original as a pipeline: upright, and refused where decoding it draws a warning. */
export function uprightOriginal(original: Buffer): Sharp {
  return sharp(original, {
    autoOrient: true,
    failOn: "warning",
    limitInputPixels: limits.megapixels * 1e6,
  });
}
