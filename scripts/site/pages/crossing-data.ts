import type { Facts } from "../../content/facts.ts";
import { formatPosition } from "../../lib/geography.ts";
import type { Language } from "../../lib/languages.ts";
import { type Water, waters } from "../../outputs/crossing/layouts.ts";
import { crossingMap } from "../../outputs/crossing/map.ts";
import { crossingWords } from "./crossing-words.ts";

/** The map of the crossing, drawn in the page's language: an `<svg>` to stand in the page. */
export function crossingData(facts: Facts, language: Language, year: number): { map: string } {
  const { liverpool, shanghai } = facts.site.cities;
  const say = crossingWords(facts, language, year);
  const words = {
    description: say("crossing.description"),
    from: liverpool.name[language],
    to: shanghai.name[language],
    fromPosition: formatPosition(liverpool, language),
    toPosition: formatPosition(shanghai, language),
    waters: Object.fromEntries(
      waters.map((water) => [water, say(`crossing.waters.${water}`)]),
    ) as Record<Water, string>,
    summary: ["kilometres", "miles", "winter", "summer"].map((part) => say(`crossing.${part}`)),
  };
  return { map: crossingMap(liverpool, shanghai, words) };
}
