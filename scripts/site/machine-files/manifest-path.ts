import type { Language } from "../../lib/languages.ts";

/** Where the manifest of each language stands, below `_site/`. */
export const manifestPath: Readonly<Record<Language, string>> = {
  en: "site.webmanifest",
  zh: "zh/site.webmanifest",
};
