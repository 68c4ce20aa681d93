import type { Language } from "./language.ts";

/** BCP 47 tags, as they stand in `lang` and `hreflang`. */
export const languageTag: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-Hans" };
