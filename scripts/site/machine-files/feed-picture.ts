import { stringAt } from "../../content/facts.ts";
import type { Language } from "../../lib/languages.ts";
import type { FeedPicture } from "../../outputs/feeds.ts";
import { absolutePicture } from "../pages/absolute-picture.ts";
import type { LeadPhotograph } from "../pages/lead-photograph.ts";
import { measuredPhotograph } from "../pages/measured-photograph.ts";
import type { SiteContext } from "../pages/site-context.ts";

/** A photograph for a feed, with caption and credit as on the page. */
export function feedPicture(
  photo: LeadPhotograph,
  language: Language,
  context: SiteContext,
): FeedPicture {
  const { src, alt, width, height } = absolutePicture(photo, language, context);
  const { record } = measuredPhotograph(photo, context);
  const caption = record.caption[language];
  const credit = record.credit[language];
  const label = stringAt(context.facts.strings[language], "photograph.credit");
  const full = caption.includes(credit) ? caption : `${caption} ${label}${credit}`;
  return { src, alt, width, height, caption: full };
}
