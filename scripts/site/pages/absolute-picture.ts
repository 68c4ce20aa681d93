import type { Language } from "../../lib/languages.ts";
import { type FixedPicture, fixedPicture } from "../../photos/picture.ts";
import type { LeadPhotograph } from "./lead-photograph.ts";
import { measuredPhotograph } from "./measured-photograph.ts";
import type { SiteContext } from "./site-context.ts";

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
): FixedPicture {
  const { origin, prefix: base, renditions } = context;
  const photograph = measuredPhotograph(photo, context);
  const crop = ratio === undefined ? {} : { ratio };
  const picture = fixedPicture({
    photograph,
    language,
    alt: photo.alt,
    base,
    renditions,
    ...crop,
  });
  return { ...picture, src: origin + picture.src };
}
