import { Temporal } from "temporal-polyfill";
import type { Language } from "./languages.ts";

/** A day of the Gregorian calendar, in no time zone. Month and day count from 1. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** The time that clocks show on a day, in no time zone. Hours and minutes count from 0. */
export interface CivilTime extends CivilDate {
  hour: number;
  minute: number;
}

/** Number of days of a month (1–12) of the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Temporal.PlainYearMonth(year, month).daysInMonth : 0;
}

/** Reads `YYYY-MM-DD`, years 1000–9999. Undefined for any other form and for days that do not exist. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
}

/** Reads `YYYY-MM-DD HH:MM`. Undefined for any other form, and for days and times that do not exist. */
export function parseCivilTime(text: string): CivilTime | undefined {
  const [, day = "", hour, minute] = /^(.{10}) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const date = parseCivilDate(day);
  return date && { ...date, hour: Number(hour), minute: Number(minute) };
}

/** `YYYY-MM-DD`. */
export function formatCivilDate(date: CivilDate): string {
  return [date.year, date.month, date.day].map((part) => `${part}`.padStart(2, "0")).join("-");
}

/** `YYYY-MM-DD HH:MM`. */
export function formatCivilTime(time: CivilTime): string {
  const [hour, minute] = [time.hour, time.minute].map((part) => `${part}`.padStart(2, "0"));
  return `${formatCivilDate(time)} ${hour}:${minute}`;
}

/**
 * Reads a full ISO 8601 instant with its offset, `2026-11-23T18:30+08:00`; seconds and fractions
 * may follow the minutes, `Z` may stand for the offset.
 *
 * @returns milliseconds since 1970 in UTC; undefined for any other form, and for days and times
 * that do not exist
 */
export function parseInstant(text: string): number | undefined {
  const [, date = "", offset = ""] =
    /^(.{10})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](\d\d:[0-5]\d))$/.exec(
      text,
    ) ?? [];
  // UTC+14 (Line Islands) is the greatest offset in use.
  return parseCivilDate(date) && offset <= "14:00" ? Date.parse(text) : undefined;
}

/**
 * An instant (milliseconds since 1970) as the clocks in `zone` (IANA name) show it, with their
 * offset from UTC: `2025-05-28T00:00:00+01:00`, https://www.rfc-editor.org/rfc/rfc3339#section-5.6.
 * That way readers keep the day on which a page is dated, which UTC would often move.
 */
export function formatInstant(zone: string, instant: number): string {
  const exact = Temporal.Instant.fromEpochMilliseconds(instant);
  // The form has no seconds in offsets, which had some before the days of time zones.
  const offset = exact.toString({ timeZone: zone }).slice(-6);
  return exact.toString({ timeZone: offset, smallestUnit: "second" });
}

/**
 * The instant (milliseconds since 1970) at which `date` begins in `zone` (IANA name): its 00:00, the
 * first of two where the clocks go back over midnight, or the first instant after the gap where
 * they go forward over it.
 */
export function startOfDay(date: CivilDate, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** The instant (milliseconds since 1970) of noon on `date` in `zone` (IANA name). */
export function noonOfDay(date: CivilDate, zone: string): number {
  const plainTime = new Temporal.PlainTime(12);
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime })
    .epochMilliseconds;
}

/**
 * The instant (milliseconds since 1970) at which clocks in `zone` (IANA name) show `time`: the first
 * of two where they go back, and as much later as they go forward where they never show it.
 */
export function instantOfTime(time: CivilTime, zone: string): number {
  return Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds;
}

/** Whether clocks in `zone` (IANA name) ever show `time`, which they skip where they go forward. */
export function timeExists(time: CivilTime, zone: string): boolean {
  const plain = Temporal.PlainDateTime.from(time);
  return plain.toZonedDateTime(zone).toPlainDateTime().equals(plain);
}

/** Whether clocks in `zone` (IANA name) show `time` twice, since they go back over it. */
export function isTwice(time: CivilTime, zone: string): boolean {
  const disambiguation = "later";
  const second = Temporal.PlainDateTime.from(time).toZonedDateTime(zone, { disambiguation });
  return second.epochMilliseconds !== instantOfTime(time, zone);
}

/** The day that the calendar in `zone` (IANA name) shows at `instant` (milliseconds since 1970). */
export function civilDateIn(zone: string, instant: number): CivilDate {
  const { year, month, day } = clocksIn(zone, instant);
  return { year, month, day };
}

/** The day and time that clocks in `zone` (IANA name) show at `instant` (milliseconds since 1970). */
export function civilTimeIn(zone: string, instant: number): CivilTime {
  const { year, month, day, hour, minute } = clocksIn(zone, instant);
  return { year, month, day, hour, minute };
}

/** How many days `to` comes after `from`; negative where it comes before it. */
export function daysFrom(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The day after `date`. */
export function dayAfter(date: CivilDate): CivilDate {
  const { year, month, day } = Temporal.PlainDate.from(date).add({ days: 1 });
  return { year, month, day };
}

/**
 * By how many hours `to` (IANA name) is ahead of `from` on 15 January and 15 July of a year, read
 * from the zones themselves: a change in the law arrives with the next Node.
 *
 * @throws RangeError if a zone does not exist
 */
export function timeDifference(
  from: string,
  to: string,
  year: number,
): { winter: number; summer: number } {
  const hoursAt = (month: number): number => {
    const noon = Date.UTC(year, month, 15, 12);
    return (clocksIn(to, noon).offsetNanoseconds - clocksIn(from, noon).offsetNanoseconds) / 3.6e12;
  };
  return { winter: hoursAt(0), summer: hoursAt(6) };
}

/** A change of a zone's clocks. */
export interface ClockChange {
  /** What the clocks showed that were still to be changed. */
  at: CivilTime;
  /** The offsets from UTC, `+01:00`. */
  before: string;
  after: string;
  forward: boolean;
}

/**
 * What the clocks in `zone` (IANA name) did from one year to another, both included: first how they went as
 * the years began, which changes nothing.
 */
export function clockChanges(zone: string, firstYear: number, lastYear: number): ClockChange[] {
  const changes: ClockChange[] = [];
  let from = new Temporal.PlainDate(firstYear, 1, 1).toZonedDateTime(zone);
  let to: typeof from | null = from;
  while (to !== null && to.year <= lastYear) {
    const { year, month, day, hour, minute } = to.withTimeZone(from.offset);
    changes.push({
      at: { year, month, day, hour, minute },
      before: from.offset,
      after: to.offset,
      forward: to.offsetNanoseconds > from.offsetNanoseconds,
    });
    from = to;
    to = from.getTimeZoneTransition("next");
  }
  return changes;
}

function clocksIn(zone: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/** A date as a page shows it. */
export interface Dateline {
  /** For `<time datetime>`. */
  machine: string;
  /** For readers: “28 May 2025”, “2025年5月28日”. */
  text: string;
}

/** As pages write them, January first. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Written out here, not by `Intl`, whose wording changes with the machine's language data. */
export function dateline(date: CivilDate, language: Language): Dateline {
  const text =
    language === "zh"
      ? `${date.year}年${date.month}月${date.day}日`
      : `${date.day} ${monthNames[date.month - 1]} ${date.year}`;
  return { machine: formatCivilDate(date), text };
}

/** As pages write them, Monday first. */
const dayNames: Readonly<Record<Language, readonly string[]>> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  zh: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
};

/** A date with its day of the week: “Saturday 5 December 2026”, “2026年12月5日星期六”. */
export function weekdayDateline(date: CivilDate, language: Language): Dateline {
  const { machine, text } = dateline(date, language);
  const name = dayNames[language][Temporal.PlainDate.from(date).dayOfWeek - 1];
  return { machine, text: language === "zh" ? `${text}${name}` : `${name} ${text}` };
}

/**
 * Several days: “5–7 December 2026”, “30 November – 2 December 2026”, “2026年11月30日—12月2日”. What both ends
 * have in common is said once: in English at the end, in Chinese at the beginning.
 */
export function datelineOfDays(first: CivilDate, last: CivilDate, language: Language): Dateline {
  const isOneYear = first.year === last.year;
  const isOneMonth = isOneYear && first.month === last.month;
  const { machine, text: from } = dateline(first, language);
  const { text: to } = dateline(last, language);
  if (language === "zh") {
    const said = isOneMonth ? /^\d+年\d+月/ : isOneYear ? /^\d+年/ : /^$/;
    return { machine, text: `${from}—${to.replace(said, "")}` };
  }
  const said = isOneMonth ? / \w+ \d+$/ : isOneYear ? / \d+$/ : /^$/;
  return { machine, text: `${from.replace(said, "")}${isOneMonth ? "–" : " – "}${to}` };
}

/** A year alone, as a page shows it: “2000”, “2000年”. */
export function yearText(year: number | string, language: Language): string {
  return language === "zh" ? `${year}年` : `${year}`;
}
