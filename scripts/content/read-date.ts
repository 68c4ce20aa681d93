import { civilDateIn } from "../lib/civil-date-in.ts";
import type { Language } from "../lib/language.ts";
import { parseCivilDate } from "../lib/parse-civil-date.ts";
import { parseInstant } from "../lib/parse-instant.ts";
import { startOfDay } from "../lib/start-of-day.ts";
import { timeZone } from "../lib/time-zone.ts";
import type { WrittenDate } from "./entry.ts";

/** Midnights already computed, by zone and day: thousands of articles share their days. */
const midnights = new Map<string, number>();

/**
 * Reads the date of a page: a day begins at 00:00 where the pages of its language are dated.
 *
 * @throws if `written` is no date; the schema of front matter lets none such through
 */
export function readDate(written: string, language: Language): WrittenDate {
  const zone = timeZone[language];
  const day = parseCivilDate(written);
  if (day !== undefined) {
    const key = `${zone} ${written}`;
    const midnight = midnights.get(key) ?? startOfDay(day, zone);
    midnights.set(key, midnight);
    return { written, day, instant: midnight };
  }
  const instant = parseInstant(written);
  if (instant === undefined) throw new Error(`${written} is no date`);
  return { written, day: civilDateIn(zone, instant), instant };
}
