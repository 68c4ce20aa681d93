import type { Language } from "./language.ts";

/** A year alone, as a page shows it: “2000”, “2000年”. */
export function yearText(year: number | string, language: Language): string {
  return language === "zh" ? `${year}年` : `${year}`;
}
