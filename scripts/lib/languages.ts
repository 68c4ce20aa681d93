/** The site's languages: the name of the folder in `content/`. */
export type Language = "en" | "zh";

/** English first: it stands at the root of the site and is the `x-default`. */
export const languages: readonly Language[] = ["en", "zh"];

/** BCP 47 tags, as they stand in `lang` and `hreflang`. */
export const languageTag: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-Hans" };

/** The time zone (IANA name) in which the days of each language's pages begin. */
export const timeZone: Readonly<Record<Language, string>> = {
  en: "Europe/London",
  zh: "Asia/Shanghai",
};

/** The one of the two languages that `language` is not. */
export function otherLanguage(language: Language): Language {
  return language === "en" ? "zh" : "en";
}
