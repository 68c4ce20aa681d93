import type { Language } from "./language.ts";

/** The one of the two languages that `language` is not. */
export function otherLanguage(language: Language): Language {
  return language === "en" ? "zh" : "en";
}
