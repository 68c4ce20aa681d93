import type { Language } from "./language.ts";

/** The time zone (IANA name) in which the days of each language's pages begin. */
export const timeZone: Readonly<Record<Language, string>> = {
  en: "Europe/London",
  zh: "Asia/Shanghai",
};
