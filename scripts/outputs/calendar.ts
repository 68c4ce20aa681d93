import {
  type CivilDate,
  type CivilTime,
  type ClockChange,
  clockChanges,
  dayAfter,
  formatCivilDate,
  formatCivilTime,
  instantOfTime,
  isTwice,
} from "../lib/dates.ts";
import { groupBy } from "../lib/lists.ts";
import { contentLines, escapeText } from "./content-lines.ts";

/** Events to take over into a calendar, or to subscribe to. */
interface Calendar {
  /** `tag:` identifier, the same for ever. */
  id: string;
  /** What calendars call it that subscribe to it; undefined for one that nobody does. */
  name: string | undefined;
  events: readonly CalendarEvent[];
}

/** An event, as calendars have it. */
export interface CalendarEvent {
  /** The same for ever: by it a calendar knows the event that it has. */
  uid: string;
  title: string;
  summary: string;
  location: string;
  /** Its page, absolute. */
  url: string;
  cancelled: boolean;
  /** When it was last changed, milliseconds since 1970. */
  changed: number;
  /** Greater with every change: what a calendar has with a smaller one, it replaces. */
  sequence: number;
  /** Whole days, the last one included; or times on the clocks of a zone (IANA name). */
  when:
    | { allDay: true; start: CivilDate; end: CivilDate }
    | { allDay: false; start: CivilTime; end: CivilTime | undefined; zone: string };
}

/**
 * A file in the format iCalendar, https://www.rfc-editor.org/rfc/rfc5545. All in it is said by the events,
 * and nothing by the clock: a calendar sees a change where there was one.
 */
export function calendar({ id, name, events }: Calendar): string {
  return contentLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escapeText(id)}`,
    ...(name === undefined ? [] : subscription(name)),
    ...timeZones(events),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ]);
}

function subscription(name: string): string[] {
  return [
    // The standard's, https://www.rfc-editor.org/rfc/rfc7986, and the one that most calendars know.
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
  ];
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, title, summary, location, url, cancelled, changed, sequence } = event;
  const stamp = utcText(changed);
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    ...whenLines(event),
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(summary)}`,
    `LOCATION:${escapeText(location)}`,
    `URL:${url}`,
    "END:VEVENT",
  ];
}

function whenLines({ when }: CalendarEvent): string[] {
  if (when.allDay) {
    const [start, end] = [when.start, dayAfter(when.end)].map(dayText);
    return [`DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`];
  }
  const { start, end, zone } = when;
  return [`DTSTART${timeInZone(start, zone)}`, ...(end ? [`DTEND${timeInZone(end, zone)}`] : [])];
}

/**
 * Of a time that clocks show twice the first is meant (section 3.3.5), which ical.js, libical and node-ical take
 * for the second: in UTC there is but one.
 */
function timeInZone(time: CivilTime, zone: string): string {
  return isTwice(time, zone)
    ? `:${utcText(instantOfTime(time, zone))}`
    : `;TZID=${zone}:${timeText(time)}`;
}

function utcText(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** The zones of the events, each with what its clocks did in their years. */
function timeZones(events: readonly CalendarEvent[]): string[] {
  const timed = events.flatMap(({ when }) => (when.allDay ? [] : [when]));
  return [...groupBy(timed, ({ zone }) => zone)].flatMap(([zone, uses]) => {
    const years = uses.flatMap(({ start, end = start }) => [start.year, end.year]);
    return [
      "BEGIN:VTIMEZONE",
      `TZID:${zone}`,
      ...clockChanges(zone, Math.min(...years), Math.max(...years)).flatMap(observance),
      "END:VTIMEZONE",
    ];
  });
}

/** Each change by itself: of several in one, by `RDATE`, ical.js 2.2.1 passes over the first. */
function observance({ at, before, after, forward }: ClockChange): string[] {
  const kind = forward ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${timeText(at)}`,
    `TZOFFSETFROM:${before.replaceAll(":", "")}`,
    `TZOFFSETTO:${after.replaceAll(":", "")}`,
    `END:${kind}`,
  ];
}

function dayText(date: CivilDate): string {
  return formatCivilDate(date).replaceAll("-", "");
}

function timeText(time: CivilTime): string {
  return `${formatCivilTime(time).replace(/[-:]/g, "").replace(" ", "T")}00`;
}
