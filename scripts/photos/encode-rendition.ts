import type { Sharp } from "sharp";
import { cropOriginal } from "./crop-original.ts";
import { encoders } from "./encoders.ts";
import type { Rendition } from "./rendition.ts";

/**
 * Makes a rendition's bytes from the original's. The same bytes every time.
 * Throws where the bytes cannot be decoded; they were measured before, so that is a fault of ours.
 */
export async function encodeRendition(original: Buffer, rendition: Rendition): Promise<Buffer> {
  const { region, format } = rendition;
  return await inFormat(cropOriginal(original, region, rendition), format).toBuffer();
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
