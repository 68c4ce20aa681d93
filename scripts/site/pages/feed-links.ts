import { withPrefix } from "../../lib/addresses.ts";
import type { Language } from "../../lib/languages.ts";
import { feedAddresses } from "../fixed-addresses.ts";
import type { SiteContext } from "./site-context.ts";

/** A link to a feed, in the head of pages and below the list of news. */
export interface FeedLink {
  /** The format's own name. */
  format: string;
  /** Media type. */
  type: string;
  /** What feed readers show where a page has several. */
  title: string;
  url: string;
}

/** The feeds of a language, the format that more readers know first. */
export function feedLinks(language: Language, { facts, prefix }: SiteContext): FeedLink[] {
  const { atom, json } = feedAddresses(language);
  const link = (format: string, type: string, address: string) => ({
    format,
    type,
    title: `${facts.site.name[language]} (${format})`,
    url: withPrefix(prefix, address),
  });
  return [
    link("Atom", "application/atom+xml", atom),
    link("JSON Feed", "application/feed+json", json),
  ];
}
