import { countWords } from "../lib/lists.ts";

/** One line for all warnings about translations, which `npm run report` lists; none for none. */
export function formatTranslationNote(count: number): string[] {
  if (count === 0) return [];
  return [`${countWords(count, "warning")} about translations: npm run report -- translations`];
}
