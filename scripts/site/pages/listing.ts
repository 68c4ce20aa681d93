import type { Kind } from "../../content/entry.ts";
import { absoluteAddress } from "../../lib/addresses.ts";
import { languageTag } from "../../lib/languages.ts";
import type { Standing } from "./frame-data.ts";
import type { SiteContext } from "./site-context.ts";

/** What search engines are told of a page: in its head, and in the sitemap. */
export interface Listing {
  /** Absolute; undefined for the pages of addresses that do not exist. */
  canonical: string | undefined;
  /** The value of `<meta name="robots">`, where there is one: such a page is in no list. */
  robots: string | undefined;
  /**
   * The page in each language, itself included, and `x-default`, which is English; none where the other
   * language has not the same page. https://developers.google.com/search/docs/specialty/international/localized-versions
   */
  alternates: readonly { hreflang: string; url: string }[];
}

/**
 * Pages that no search engine is to list: there is nothing to find on them, or what they find is listed
 * itself. https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
const robots: Partial<Record<Kind, string>> = { notFound: "noindex", search: "noindex, follow" };

/** See {@link Listing}. */
export function listing(
  { entry, address, counterpart, isSamePage }: Standing,
  context: SiteContext,
): Listing {
  const { kind, language } = entry;
  if (kind === "notFound") return { canonical: undefined, robots: robots[kind], alternates: [] };
  const canonical = absoluteAddress(address, context);
  if (counterpart === undefined || !isSamePage) {
    return { canonical, robots: robots[kind], alternates: [] };
  }
  const other = absoluteAddress(counterpart, context);
  const [en, zh] = language === "en" ? [canonical, other] : [other, canonical];
  const alternates = [
    { hreflang: languageTag.en, url: en },
    { hreflang: languageTag.zh, url: zh },
    { hreflang: "x-default", url: en },
  ];
  return { canonical, robots: robots[kind], alternates };
}
