import type { Language } from "../lib/language.ts";
import { alternativeText } from "./alternative-text.ts";
import { cropRegion } from "./crop-region.ts";
import { encoders } from "./encoders.ts";
import type { Photograph } from "./photograph.ts";
import { planRendition } from "./plan-rendition.ts";
import { renditionAddress } from "./rendition-address.ts";
import type { RenditionCollector } from "./rendition-collector.ts";

/** The picture that other sites show beside a link to a page (Open Graph). */
export interface CardModel {
  /** Address below the base path; the caller makes it absolute. */
  src: string;
  type: string;
  width: number;
  height: number;
  alt: string;
}

export interface CardRequest {
  photograph: Photograph;
  language: Language;
  alt?: string | undefined;
  /** The site's base path, beginning and ending in a slash. */
  base: string;
  renditions: RenditionCollector;
}

/** The size that Open Graph's readers agree on, in pixels, https://developers.facebook.com/docs/sharing/webmasters/images */
const card = { width: 1200, height: 630 };

/** Describes a photograph as a social card: one JPEG, since few of the readers take anything else. */
export function cardModel(request: CardRequest): CardModel {
  const { original, record } = request.photograph;
  const region = cropRegion(original, record.focus, card.width / card.height);
  const width = Math.min(card.width, region.width);
  const rendition = planRendition(original, region, width, "jpeg");
  request.renditions.add(rendition);
  return {
    src: renditionAddress(request.base, rendition),
    type: encoders.jpeg.type,
    width: rendition.width,
    height: rendition.height,
    alt: alternativeText(request.alt, record, request.language),
  };
}
