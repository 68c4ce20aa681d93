import type { Entry } from "../../content/entry.ts";
import type { Language } from "../../lib/languages.ts";
import type { Photograph } from "../../photos/original.ts";
import { fixedPicture } from "../../photos/picture.ts";
import type { SiteContext } from "./context.ts";

/**
 * A photograph for machines: one JPEG, its `src` with the site's origin.
 *
 * @param ratio width by height of the crop around the focal point; the whole photograph unless given
 */
export function absolutePicture(
  photo: LeadPhotograph,
  language: Language,
  context: SiteContext,
  ratio?: number,
) {
  const { origin, prefix: base, renditions } = context;
  const photograph = measuredPhotograph(photo, context);
  const picture = fixedPicture({ photograph, language, alt: photo.alt, base, renditions }, ratio);
  return { ...picture, src: origin + picture.src };
}

/** The photograph of an entry's front matter, as the filter `photograph` takes it. */
export interface LeadPhotograph {
  /** Path of the original from the project's root. */
  original: string;
  /** Wins over the alt text of the photograph's record. */
  alt: string | undefined;
}

/** See {@link LeadPhotograph}; undefined where the front matter names none. */
export function leadPhotograph(entry: Entry, context: SiteContext): LeadPhotograph | undefined {
  if (!entry.photo) return undefined;
  return {
    original: context.originalOf(entry.source, entry.photo.written),
    alt: entry.photo.alt,
  };
}

/** What was measured of a photograph before any page was planned. */
export function measuredPhotograph(
  { original }: LeadPhotograph,
  { photographs }: SiteContext,
): Photograph {
  const photograph = photographs.get(original);
  if (!photograph) throw new Error(`${original} was not measured`);
  return photograph;
}
