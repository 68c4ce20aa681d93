import {
  type CivilDate,
  daysInMonth,
  formatCivilDate,
  formatInstant,
  parseCivilDate,
  parseInstant,
  startOfDay,
} from "../lib/dates.ts";
import { type Language, timeZone } from "../lib/languages.ts";
import { excerpt, type Place, type Problem, problemOf } from "../problems/problem.ts";
import type { Found } from "../problems/schema.ts";
import { explainAlias } from "./aliases.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

/** The rules that the schema of front matter names, in words. */
export function explainFrontMatter(rule: string, found: Found, language: Language): Problem {
  const { place, value } = found;
  const text = value.text ?? value.written;
  const shown = excerpt(text, 40);
  switch (rule) {
    case "date":
      return explainDate(text, found.key, language, place);
    case "translated-form":
      return problemOf(frontMatterRules, rule, place, { found: shown });
    case "alias":
      return explainAlias(text, place);
    case "screen-city-twice":
      return problemOf(frontMatterRules, rule, place, { city: shown });
    default:
      throw new Error(`the schema of front matter names a rule ${rule}, which is not explained`);
  }
}

/** A day and a time, year first, as people and programs write them. Longer texts are none. */
const dayAndTime =
  /^(\d{4})[-/.年\s]+(\d{1,2})[-/.月\s]+(\d{1,2})[日T\s]+(上午|下午)?(\d{1,2}):(\d\d)(:\d\d(?:\.\d+)?)?(?: ?([ap])m\b)? *(.*)$/i;

/** What is wrong with `written`, the refused value of `key`, and what to type in its place. */
function explainDate(written: string, key: string, language: Language, place: Place): Problem {
  const [rule, ...values] = dateFault(written, language);
  const [one = "", other = ""] = values.map((value) => `${key}: ${value}`);
  return problemOf(frontMatterRules, rule, place, { found: excerpt(written, 40), one, other });
}

/** The date that `written` was meant to be, in its form; `written` itself where that is not clear. */
export function meantDate(written: string, language: Language): string {
  const [rule, value = written] =
    parseCivilDate(written) || parseInstant(written) ? [] : dateFault(written, language);
  return rule === "date-form" ? value : written;
}

type DateFault = Extract<
  keyof typeof frontMatterRules,
  `${string}date-${string}` | `time-${string}`
>;

/** The rule that a refused date breaks, and what it can have been meant to be, or an example. */
export function dateFault(
  written: string,
  language: Language,
): [rule: DateFault, ...values: string[]] {
  const text = written.trim().slice(0, 60);
  const [, year = "", month = "", day = "", half, hour, minute, second = "", letter, offset = ""] =
    dayAndTime.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const days = daysInMonth(Number(year), Number(month));
  if (year !== "" && parseCivilDate(date) === undefined && guessDate(date).length === 0) {
    // Of a month that is too short its last day; of a month or year that is none, an example.
    const exists = days > 0 && Number(year) >= 1000;
    return ["date-impossible", exists ? date.replace(/..$/, `${days}`) : "2026-11-23"];
  }
  const civil = parseCivilDate(date);
  if (civil !== undefined && hour !== undefined) {
    const time = `${hourOfDay(hour, half ?? letter)}:${minute}${second}`;
    const zone = timeZone[language];
    const offsetThere = formatInstant(zone, startOfDay(civil, zone)).slice(-6);
    const meant = offsetOf(offset);
    if (parseInstant(`${date}T${time}Z`) === undefined) {
      return ["time-impossible", `${date}T18:00${meant ?? offsetThere}`];
    }
    const instant = `${date}T${time}${meant}`;
    return parseInstant(instant) === undefined
      ? ["time-without-offset", date, `${date}T${time}${offsetThere}`]
      : ["date-form", instant];
  }
  const guesses = guessDate(text).map(formatCivilDate);
  if (guesses.length === 0) return ["date-unclear", "2026-11-23"];
  return [guesses.length === 1 ? "date-form" : "date-ambiguous", ...guesses];
}

/** The hour of a day of 24, of one that may stand with the half of the day that it is in. */
function hourOfDay(written: string, half: string | undefined): string {
  const isAfternoon = /^[p下]/i.test(half ?? "");
  const hour =
    half === undefined ? Number(written) : (Number(written) % 12) + (isAfternoon ? 12 : 0);
  return String(hour).padStart(2, "0");
}

/** An offset from UTC, as programs write it, in the form of dates; undefined where it is none. */
function offsetOf(written: string): string | undefined {
  if (/^(?:Z|UTC|GMT)$/i.test(written)) return "Z";
  // Go names the zone behind the offset: `+0800 CST`.
  const [, sign, hours = "", minutes = "00"] =
    /^(?:UTC|GMT)? ?([+-])(\d{1,2}?):?(\d\d)?(?: \w+)?$/i.exec(written.replace("−", "-")) ?? [];
  return sign && `${sign}${hours.padStart(2, "0")}:${minutes}`;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The days that someone can have meant who wrote `text`: none, one, or two if it is ambiguous. */
function guessDate(text: string): CivilDate[] {
  const written = text.trim().toLowerCase();
  const yearFirst =
    /^(\d{4})[-/.年\s]\s*(\d{1,2})[-/.月\s]\s*(\d{1,2})\s*日?(?:[\sT].*)?$/i.exec(written) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(written);
  if (yearFirst !== null) {
    const [year, month, day] = numbers(yearFirst);
    const proper = existing(year, month, day);
    return proper.length > 0 ? proper : existing(year, day, month);
  }
  const yearLast = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/.exec(written);
  if (yearLast !== null) {
    const [one, two, year] = numbers(yearLast);
    const both = [...existing(year, two, one), ...existing(year, one, two)];
    return one === two ? both.slice(0, 1) : both;
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/.exec(written);
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(written);
  const name = dayFirst?.[2] ?? monthFirst?.[1] ?? "";
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  return existing(Number(dayFirst?.[3] ?? monthFirst?.[3]), months.indexOf(name) + 1, day);
}

function numbers(match: RegExpExecArray): [number, number, number] {
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function existing(year: number, month: number, day: number): CivilDate[] {
  return year >= 1000 && day >= 1 && day <= daysInMonth(year, month) ? [{ year, month, day }] : [];
}
