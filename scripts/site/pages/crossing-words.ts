import { type Facts, stringAt } from "../../content/facts.ts";
import { timeDifference } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import { greatCircleDistance, roundDistance } from "../../lib/geography.ts";
import type { Language } from "../../lib/languages.ts";

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
