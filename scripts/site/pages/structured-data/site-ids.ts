import { absoluteAddress, homeAddress } from "../../../lib/addresses.ts";
import type { Language } from "../../../lib/languages.ts";
import type { SiteContext } from "../site-context.ts";

/**
 * The names by which structured data on any page speaks of the society, the site in a language and
 * an article: addresses with a fragment, which are no places in a page.
 */
export function siteIds(context: Pick<SiteContext, "origin" | "prefix">) {
  return {
    society: absoluteAddress("/#society", context),
    site: (language: Language) => absoluteAddress(`${homeAddress[language]}#site`, context),
    article: ({ address }: { address: string }) => absoluteAddress(`${address}#article`, context),
  };
}
