import { homeAddress } from "../../lib/addresses.ts";
import type { Language } from "../../lib/languages.ts";

/** Where the feeds of a language are, from the site's root. */
export function feedAddresses(language: Language): { atom: string; json: string } {
  const home = homeAddress[language];
  return { atom: `${home}feed.xml`, json: `${home}feed.json` };
}
