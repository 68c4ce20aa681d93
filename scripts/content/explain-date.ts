import { daysInMonth } from "../lib/days-in-month.ts";
import { excerpt } from "../lib/excerpt.ts";
import { formatCivilDate } from "../lib/format-civil-date.ts";
import type { Language } from "../lib/language.ts";
import { parseCivilDate } from "../lib/parse-civil-date.ts";
import { parseInstant } from "../lib/parse-instant.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { startOfDay } from "../lib/start-of-day.ts";
import type { Place } from "../lib/text-position.ts";
import { timeZone } from "../lib/time-zone.ts";
import { frontMatterRules } from "./front-matter-rules.ts";
import { guessDate } from "./guess-date.ts";

/** What is wrong with `written`, the refused value of `key`, and what to type in its place. */
export function explainDate(
  written: string,
  key: string,
  language: Language,
  place: Place,
): Problem {
  const found = excerpt(written, 40);
  const line = (value: string): string => `${key}: ${value}`;
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T\s]\s*(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(.*))?$/i.exec(
      written.trim(),
    );
  const [, year = "", month = "", day = "", hour, minute = "", offset = ""] = match ?? [];
  const date = `${year}-${month}-${day}`;
  const days = daysInMonth(Number(year), Number(month));
  if (match !== null && parseCivilDate(date) === undefined && guessDate(date).length === 0) {
    // Of a month that is too short its last day; of a month or year that is none, an example.
    const existing = days > 0 && Number(year) >= 1000 ? `${year}-${month}-${days}` : "2026-11-23";
    return problemOf(frontMatterRules, "date-impossible", place, { found, line: line(existing) });
  }
  const civil = parseCivilDate(date);
  if (civil !== undefined && hour !== undefined) {
    const proper = Number(hour) < 24 && Number(minute) < 60;
    const time = proper ? `${hour.padStart(2, "0")}:${minute}` : "18:00";
    const own = `${date}T${time}${offset.toUpperCase()}`;
    const instant =
      parseInstant(own) === undefined ? `${date}T${time}${offsetOn(date, language)}` : own;
    if (!proper) {
      return problemOf(frontMatterRules, "time-impossible", place, { found, line: line(instant) });
    }
    if (offset === "") {
      const values = { found, day: line(date), instant: line(instant) };
      return problemOf(frontMatterRules, "time-without-offset", place, values);
    }
    return problemOf(frontMatterRules, "date-form", place, { found, line: line(instant) });
  }

  const [one, other] = guessDate(written);
  if (one === undefined) {
    return problemOf(frontMatterRules, "date-unclear", place, { found, line: line("2026-11-23") });
  }
  if (other !== undefined) {
    const values = {
      found,
      one: line(formatCivilDate(one)),
      other: line(formatCivilDate(other)),
    };
    return problemOf(frontMatterRules, "date-ambiguous", place, values);
  }
  return problemOf(frontMatterRules, "date-form", place, {
    found,
    line: line(formatCivilDate(one)),
  });
}

/** The offset from UTC with which `date` begins where the language's pages are dated. */
function offsetOn(date: string, language: Language): string {
  const civil = parseCivilDate(date);
  if (civil === undefined) throw new Error(`${date} is no date`);
  const midnight = Date.UTC(civil.year, civil.month - 1, civil.day);
  const minutes = Math.round((midnight - startOfDay(civil, timeZone[language])) / 60_000);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
