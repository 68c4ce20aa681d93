import sharp, { type Sharp } from "sharp";
import { encoders } from "./encoders.ts";
import { limits } from "./limits.ts";
import type { Rendition } from "./rendition.ts";

/**
 * Makes a rendition's bytes from the original's: upright, in sRGB, on white where it was transparent,
 * and without any metadata (sharp keeps none unless told to). The same bytes every time.
 * Throws where the bytes cannot be decoded; they were measured before, so that is a fault of ours.
 */
export async function encodeRendition(original: Buffer, rendition: Rendition): Promise<Buffer> {
  const { region, width, height, format } = rendition;
  const picture = sharp(original, {
    autoOrient: true,
    failOn: "warning",
    limitInputPixels: limits.megapixels * 1e6,
  })
    .extract(region)
    .resize(width, height, { fit: "fill" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb");
  return await inFormat(picture, format).toBuffer();
}

function inFormat(picture: Sharp, format: Rendition["format"]): Sharp {
  switch (format) {
    case "avif":
      return picture.avif(encoders.avif.options);
    case "webp":
      return picture.webp(encoders.webp.options);
    case "jpeg":
      return picture.jpeg(encoders.jpeg.options);
  }
}
