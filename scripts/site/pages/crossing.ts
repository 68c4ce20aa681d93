import { type Facts, stringAt } from "../../content/facts.ts";
import { timeDifference } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import { formatPosition, greatCircleDistance, roundDistance } from "../../lib/geography.ts";
import type { Language } from "../../lib/languages.ts";
import { type Water, waters } from "../../outputs/crossing/layouts.ts";
import { crossingMap } from "../../outputs/crossing/map.ts";

/**
 * The crossing in the page's language: its map, an `<svg>` to stand in the page, and what is said of it.
 *
 * @param year whose time zones count
 */
export function crossingData(facts: Facts, language: Language, year: number) {
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
  return {
    map: crossingMap(liverpool, shanghai, words),
    distance: say("cities.distance"),
    timeDifference: say("cities.timeDifference"),
    times: { liverpool: say("cities.liverpoolTime"), shanghai: say("cities.shanghaiTime") },
  };
}

/** Says an interface string by its path; every number in it is computed from the record of the cities. */
function crossingWords(facts: Facts, language: Language, year: number): (path: string) => string {
  const { liverpool, shanghai } = facts.site.cities;
  const values = {
    from: liverpool.name[language],
    to: shanghai.name[language],
    ...roundDistance(greatCircleDistance(liverpool, shanghai)),
    ...timeDifference(liverpool.timeZone, shanghai.timeZone, year),
  };
  return (path) => fillIn(stringAt(facts.strings[language], path), values);
}
