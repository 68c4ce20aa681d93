import { type Facts, stringAt } from "../../content/facts.ts";
import { timeDifference } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import { formatPosition, greatCircleDistance, roundDistance } from "../../lib/geography.ts";
import { type Language, languages } from "../../lib/languages.ts";
import { type Water, waters } from "../../outputs/crossing/layouts.ts";
import { crossingMap } from "../../outputs/crossing/map.ts";

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

/**
 * What is said of the crossing, by the path of its interface string; every number in it is
 * computed from the record of the cities.
 *
 * @param year whose time zones count
 */
export function crossingWords(
  facts: Facts,
  language: Language,
  year: number,
): (path: string) => string {
  const { liverpool, shanghai } = facts.site.cities;
  const values = {
    from: liverpool.name[language],
    to: shanghai.name[language],
    ...roundDistance(greatCircleDistance(liverpool, shanghai)),
    ...timeDifference(liverpool.timeZone, shanghai.timeZone, year),
  };
  return (path) => fillIn(stringAt(facts.strings[language], path), values);
}

/** The two cities' names in one word, 利物浦—上海: wherever a title is set, it stays on one line. */
export function cityPairs({ site: { cities } }: Facts): string[] {
  return languages.map(
    (language) => `${cities.liverpool.name[language]}—${cities.shanghai.name[language]}`,
  );
}
