import { fileOfAddress, homeAddress } from "../lib/addresses.ts";
import { type Language, languages } from "../lib/languages.ts";

/** Where the manifest of each language stands, below `_site/`. */
export const manifestPath: Readonly<Record<Language, string>> = {
  en: "site.webmanifest",
  zh: "zh/site.webmanifest",
};

/** Where the contact card stands, below `_site/`. */
export const vcardPath = "contact/l-s-p.vcf";

/** Where the world looks for a way to report a weakness: https://www.rfc-editor.org/rfc/rfc9116 */
export const securityPath = ".well-known/security.txt";

/** Icons that browsers ask for by name where a page does not say, so these hold no hash. */
export const iconPaths = { old: "favicon.ico", touch: "apple-touch-icon.png" } as const;

/** Where the feeds of a language are, from the site's root. */
export function feedAddresses(language: Language): { atom: string; json: string } {
  const home = homeAddress[language];
  return { atom: `${home}feed.xml`, json: `${home}feed.json` };
}

/**
 * Where the calendar of an event is, from the site's root, by the address of its page; that of all events of a
 * language by that of their list. They have a folder to themselves, of which hosts are told by one rule: beside
 * the pages, each page and each calendar would need its own.
 */
export function calendarAddress(page: string): string {
  return `/calendars${page.replace(/\/$/, ".ics")}`;
}

/** Every file besides pages that the site always has at the same place, below `_site/`. */
export const fixedFiles: readonly string[] = [
  ...languages.flatMap((language) => Object.values(feedAddresses(language)).map(fileOfAddress)),
  ...Object.values(manifestPath),
  ...Object.values(iconPaths),
  vcardPath,
  securityPath,
  "humans.txt",
  "robots.txt",
  "sitemap.xml",
];

/** What is live can be checked by it; it says what every other file holds. */
export const recordPath = "build.json";
