import type { Language } from "../lib/language.ts";
import { alternativeText } from "./alternative-text.ts";
import { candidateWidths } from "./candidate-widths.ts";
import { cropRegion } from "./crop-region.ts";
import { encoders, type RenditionFormat } from "./encoders.ts";
import type { Photograph } from "./photograph.ts";
import { planRendition } from "./plan-rendition.ts";
import type { Rendition } from "./rendition.ts";
import { renditionAddress } from "./rendition-address.ts";
import type { RenditionCollector } from "./rendition-collector.ts";
import { sizesAttribute } from "./sizes-attribute.ts";
import type { Slot } from "./slot.ts";
import { type SlotName, slots } from "./slots.ts";
import { tones } from "./tones.ts";

/** Everything a template needs to show a photograph in a slot; no HTML in it. */
export interface PictureModel {
  alt: string;
  caption: string;
  credit: string;
  /** SPDX identifier. */
  licence: string;
  /** Class of the colour that stands there while the photograph loads. */
  toneClass: string;
  /** Pixels of `src`, for the `width` attribute. */
  width: number;
  /** Pixels of `src`, for the `height` attribute. */
  height: number;
  /** Address of the JPEG for browsers that choose no source. */
  src: string;
  sizes: string;
  /** AVIF, WebP and JPEG, in the order in which browsers should try them. */
  sources: { type: string; srcset: string }[];
}

export interface PictureRequest {
  photograph: Photograph;
  slot: SlotName;
  language: Language;
  /** Alternative text of this use; it wins over the record's. */
  alt?: string | undefined;
  /** The site's base path, beginning and ending in a slash. */
  base: string;
  /** Takes note of each rendition that the model names. */
  renditions: RenditionCollector;
}

/** Browsers that know no `srcset` get this many pixels: enough for a laptop. */
const fallbackWidth = 1280;

const formats: readonly RenditionFormat[] = ["avif", "webp", "jpeg"];

/** Describes a photograph in a slot and notes the renditions it takes. Throws where alternative text is missing. */
export function pictureModel(request: PictureRequest): PictureModel {
  const { original, record } = request.photograph;
  const { language, base, renditions } = request;
  const slot: Slot = slots[request.slot];
  const alt = alternativeText(request.alt, record, language);
  if (alt === "") throw new Error(`${original.path} has no alternative text in “${language}”`);

  const region = cropRegion(original, record.focus, slot.ratio);
  const widths = candidateWidths(slot, region.width);
  const made = formats.map((format) => {
    const inFormat = widths.map((width) => planRendition(original, region, width, format));
    for (const rendition of inFormat) renditions.add(rendition);
    return { format, renditions: inFormat };
  });
  const fallback = fallbackOf(made.at(-1)?.renditions ?? []);
  return {
    alt,
    caption: record.caption[language],
    credit: record.credit[language],
    licence: record.licence,
    toneClass: toneClass(original.tone),
    width: fallback.width,
    height: fallback.height,
    src: renditionAddress(base, fallback),
    sizes: sizesAttribute(slot),
    sources: made.map(({ format, renditions: inFormat }) => ({
      type: encoders[format].type,
      srcset: inFormat.map((each) => `${renditionAddress(base, each)} ${each.width}w`).join(", "),
    })),
  };
}

function fallbackOf(jpegs: readonly Rendition[]): Rendition {
  const fallback = jpegs.find(({ width }) => width >= fallbackWidth) ?? jpegs.at(-1);
  if (fallback === undefined) throw new Error("a slot asks for no width at all");
  return fallback;
}

function toneClass(tone: number): string {
  const found = tones[tone];
  if (found === undefined) throw new RangeError(`there is no tone ${tone}`);
  return found.className;
}
