import type { Language } from "../../lib/language.ts";

/** Where Welcome is in a language, from the site's root. */
export function homeAddress(language: Language): string {
  return language === "en" ? "/" : "/zh/";
}
