import {
  type CivilDate,
  type CivilTime,
  civilTimeIn,
  dayAfter,
  daysFrom,
  formatCivilDate,
  formatCivilTime,
  instantOfTime,
  timeExists,
} from "../lib/dates.ts";
import { type Problem, problemOf } from "../problems/problem.ts";
import { type Entry, type EventEntry, isEvent, placeOfKey } from "./entry.ts";
import { eventRules } from "./event-rules.ts";
import type { Event } from "./events.ts";
import type { Facts } from "./facts.ts";

/**
 * What holds of events and between them: that they begin before they end and at times that clocks
 * show, that a change has its day, and that both languages announce the same.
 *
 * @param site undefined if it has an error: the clocks of the cities are not known then
 */
export function checkEvents(entries: readonly Entry[], site: Facts["site"] | undefined): Problem[] {
  const events = entries.filter(isEvent);
  const english = new Map(
    events.filter(({ language }) => language === "en").map((event) => [event.key, event]),
  );
  return events.flatMap((entry) => {
    const twin = entry.language === "zh" ? english.get(entry.key) : undefined;
    return [
      ...(site === undefined ? [] : checkClocks(entry, site)),
      ...checkEnd(entry),
      ...checkChange(entry),
      ...(twin === undefined ? [] : checkTwin(entry, twin)),
    ];
  });
}

/** That the clocks of the city show its times at all. */
function checkClocks(entry: EventEntry, { cities }: Facts["site"]): Problem[] {
  const { city, when } = entry.event;
  const { name, timeZone } = cities[city];
  if (when.allDay) return [];
  return (["start", "end"] as const).flatMap((key) => {
    const time = when[key];
    if (time === undefined || timeExists(time, timeZone)) return [];
    const shown = civilTimeIn(timeZone, instantOfTime(time, timeZone));
    const line = `${key}: ${formatCivilTime(shown)}`;
    const values = { city: name.en, found: formatCivilTime(time), line };
    return [problemOf(eventRules, "event-time-skipped", placeOfKey(entry, key), values)];
  });
}

/** That it ends after it has begun, and not in another year by mistake. */
function checkEnd(entry: EventEntry): Problem[] {
  const { when } = entry.event;
  if (when.end === undefined) return [];
  const [start, end] = [inWords(when.start), inWords(when.end)];
  const place = placeOfKey(entry, "end");
  const days = daysFrom(when.start, when.end);
  if (days > 365) return [problemOf(eventRules, "event-long", place, { start, end, days })];
  if (when.allDay ? end >= start : end > start) return [];
  const nextDay = formatCivilDate(dayAfter(when.end));
  const advice =
    days === 0 && end < start
      ? `write \`end: ${nextDay}${end.slice(10)}\` if it ends on the next day, else correct one of the two`
      : "correct one of the two, or delete `end`";
  return [problemOf(eventRules, "event-end-early", place, { start, end, advice })];
}

/**
 * That readers are told when it was moved or cancelled; and calendars that took it over, which change what has a
 * later day.
 */
function checkChange(entry: EventEntry): Problem[] {
  const { event, date, updated } = entry;
  if (event.status === "planned" || !date) return [];
  if (updated && updated.instant > date.instant) return [];
  const values = { status: event.status, day: formatCivilDate(dayAfter(date.day)) };
  const place = placeOfKey(entry, updated ? "updated" : "status");
  return [problemOf(eventRules, "event-change-undated", place, values)];
}

/** That a Chinese page announces what the English one does. */
function checkTwin(entry: EventEntry, english: EventEntry): Problem[] {
  const [here, there] = [linesOf(entry.event), linesOf(english.event)];
  return Object.keys(there).flatMap((key) => {
    if (here[key] === there[key]) return [];
    const line = `${key}: ${there[key]}`;
    const advice =
      entry.places[key] === undefined
        ? `correct one of the two: to this page, add a line like \`${line}\``
        : there[key] === undefined
          ? "delete the line, or add it there"
          : `write \`${line}\`, or correct it there`;
    const values = { key, other: english.source, advice };
    return [problemOf(eventRules, "event-twins-differ", placeOfKey(entry, key), values)];
  });
}

/** What must be the same in both languages, by its keys; undefined where no line is needed. */
function linesOf({ when, city, online, status }: Event): Record<string, string | undefined> {
  const [start, end] = [inWords(when.start), when.end && inWords(when.end)];
  return {
    start,
    end: when.allDay && end === start ? undefined : end,
    city,
    online: online ? "true" : undefined,
    status: status === "planned" ? undefined : status,
  };
}

/** A day, or a time, as it is written in front matter. */
function inWords(time: CivilDate | CivilTime): string {
  return "hour" in time ? formatCivilTime(time) : formatCivilDate(time);
}
