import type { Facts } from "../../content/facts.ts";
import { languages } from "../../lib/languages.ts";

/** The two cities' names in one word, 利物浦—上海: wherever a title is set, it stays on one line. */
export function cityPairs({ site: { cities } }: Facts): string[] {
  return languages.map(
    (language) => `${cities.liverpool.name[language]}—${cities.shanghai.name[language]}`,
  );
}
