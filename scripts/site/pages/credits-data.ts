import { withPrefix } from "../../lib/addresses.ts";
import { type Language, languageTag, otherLanguage } from "../../lib/languages.ts";
import { compareCodeUnits, groupBy } from "../../lib/lists.ts";
import { licencePage } from "../../outputs/small-texts.ts";
import type { LeadPhotograph } from "./lead-photograph.ts";
import { measuredPhotograph } from "./measured-photograph.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteLists } from "./site-lists.ts";

/** A photograph on the page of credits. */
export interface CreditedPhotograph {
  photo: LeadPhotograph;
  caption: string;
  credit: string;
  licence: { name: string; url: string | undefined };
  /** The pages that show it; `tag` is the language of one in the other language. */
  pages: { title: string; url: string; tag: string | undefined }[];
}

/** Every photograph that the site shows in either language, by name, with what its record says of it. */
export function creditsData(
  language: Language,
  context: SiteContext,
  lists: SiteLists,
): CreditedPhotograph[] {
  const other = otherLanguage(language);
  const here = showing(language, context, lists);
  const there = showing(other, context, lists);
  const originals = [...new Set([...here.keys(), ...there.keys()])].sort(compareCodeUnits);
  return originals.map((original) => {
    const { record } = measuredPhotograph({ original, alt: undefined }, context);
    const { alt, caption, credit, licence } = record;
    return {
      // A record may leave the alternative text to each use.
      photo: { original, alt: alt[language] || caption[language] },
      caption: caption[language],
      credit: credit[language],
      licence: { name: licence.replace(/^LicenseRef-/, ""), url: licencePage(licence) },
      pages: (here.get(original) ?? there.get(original) ?? []).map(({ page }) => ({
        title: page.title,
        url: withPrefix(context.prefix, page.address),
        tag: page.language === language ? undefined : languageTag[page.language],
      })),
    };
  });
}

/** The pages of a language by the photographs that they show: Welcome first, then others, then articles. */
function showing(language: Language, context: SiteContext, lists: SiteLists) {
  const usesOf = groupBy(context.photoUses, ({ source }) => source);
  const others = context.entries
    .filter((entry) => entry.language === language && entry.kind !== "article")
    .sort((a, b) => compareCodeUnits(a.address, b.address));
  const shown = [...others, ...lists.articles[language]].flatMap((page) => {
    const uses = usesOf.get(page.source) ?? [];
    const originals = new Set(uses.map((use) => context.originalOf(use.source, use.written)));
    return [...originals].map((original) => ({ original, page }));
  });
  return groupBy(shown, ({ original }) => original);
}
