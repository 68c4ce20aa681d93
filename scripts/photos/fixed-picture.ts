import type { Language } from "../lib/language.ts";
import { alternativeText } from "./alternative-text.ts";
import { cropRegion } from "./crop-region.ts";
import { encoders } from "./encoders.ts";
import type { Photograph } from "./photograph.ts";
import { planRendition } from "./plan-rendition.ts";
import { renditionAddress } from "./rendition-address.ts";
import type { RenditionCollector } from "./rendition-collector.ts";

/** One JPEG of a photograph, for readers that choose among no sources: feeds and search engines. */
export interface FixedPicture {
  /** Address below the base path; the caller makes it absolute. */
  src: string;
  type: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  alt: string;
}

export interface FixedPictureRequest {
  photograph: Photograph;
  language: Language;
  /** Alternative text of this use; it wins over the record's. */
  alt?: string | undefined;
  /** Width by height of the crop around the focal point; the whole photograph unless given. */
  ratio?: number;
  /** The site's base path, beginning and ending in a slash. */
  base: string;
  /** Takes note of the rendition. */
  renditions: RenditionCollector;
}

/**
 * Pixels. Wide enough for previews in search results, which ask for 1200,
 * https://developers.google.com/search/docs/appearance/structured-data/article
 */
const widest = 1280;

/** See {@link FixedPicture}. */
export function fixedPicture(request: FixedPictureRequest): FixedPicture {
  const { original, record } = request.photograph;
  const region = cropRegion(original, record.focus, request.ratio);
  const rendition = planRendition(original, region, Math.min(widest, region.width), "jpeg");
  request.renditions.add(rendition);
  return {
    src: renditionAddress(request.base, rendition),
    type: encoders.jpeg.type,
    width: rendition.width,
    height: rendition.height,
    alt: alternativeText(request.alt, record, request.language),
  };
}
