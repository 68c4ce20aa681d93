import type { Sharp } from "sharp";
import { encoders, type RenditionFormat } from "./encoders.ts";

/** A picture that is to be encoded in a format, at a quality of its encoder. */
export function inFormat(picture: Sharp, format: RenditionFormat, quality: number): Sharp {
  switch (format) {
    case "avif":
      return picture.avif({ ...encoders.avif.options, quality });
    case "webp":
      return picture.webp({ ...encoders.webp.options, quality });
    case "jpeg":
      return picture.jpeg({ ...encoders.jpeg.options, quality });
  }
}
