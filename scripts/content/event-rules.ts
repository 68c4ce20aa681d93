import type { Rules } from "../problems/problem.ts";

/** What can be wrong with an event, beyond what can be wrong with any page. */
export const eventRules = {
  "event-elsewhere": {
    severity: "error",
    message: "`{key}` belongs to an event, and events are in a folder of their own",
    remedy: "move the file to the folder `{folder}`",
    example: { key: "start", folder: "content/en/events/" },
  },
  "event-time-form": {
    severity: "error",
    message: "`{found}` is not a time in the form year-month-day hour:minute",
    remedy: "write `{line}`",
    example: { found: "2026-12-05 7pm", line: "start: 2026-12-05 19:00" },
  },
  "event-time-unclear": {
    severity: "error",
    message: "`{found}` is neither a day nor a day with a time",
    remedy: "write the day, or the day and the time, like this: `{line}`",
    example: { found: "Saturday at seven", line: "start: 2026-12-05 19:00" },
  },
  "event-time-zone": {
    severity: "error",
    message:
      "`{found}` names a time zone, and times here are what clocks in the event's `city` show",
    remedy: "write what they show at that moment, as year-month-day hour:minute, without a zone",
    example: { found: "2026-12-05T19:00+08:00" },
  },
  "event-time-range": {
    severity: "error",
    message: "`{found}` is a start and an end",
    remedy: "write `{line}`, and below it `{end}`",
    example: {
      found: "2026-12-05 19:00–21:30",
      line: "start: 2026-12-05 19:00",
      end: "end: 2026-12-05 21:30",
    },
  },
  "event-time-skipped": {
    severity: "error",
    message: "clocks in {city} never show `{found}`, because they go forward over it",
    remedy: "write `{line}`",
    example: { city: "Liverpool", found: "2027-03-28 01:30", line: "start: 2027-03-28 02:30" },
  },
  "event-forms": {
    severity: "error",
    message: "`start` is {start} and `end` is {end}",
    remedy: "write both with their times, or both as days alone",
    example: { start: "a day", end: "a time" },
  },
  "event-end-early": {
    severity: "error",
    message: "`end: {end}` is not after `start: {start}`",
    remedy: "{advice}",
    example: {
      end: "2026-12-05 01:00",
      start: "2026-12-05 20:00",
      advice:
        "write `end: 2026-12-06 01:00` if it ends on the next day, else correct one of the two",
    },
  },
  "event-long": {
    severity: "error",
    message: "`end: {end}` is {days} days after `start: {start}`",
    remedy: "correct the year of one of the two; of what lasts more than a year, leave `end` out",
    example: { end: "2027-12-06", days: "366", start: "2026-12-05" },
  },
  "event-change-undated": {
    severity: "error",
    message: "`status: {status}` does not say since when, by a day after `date`",
    remedy:
      "say on which day it became known: `updated: {day}`, or with the time, `updated: {day}T09:00+00:00`",
    example: { status: "cancelled", day: "2026-11-28" },
  },
  "event-twins-differ": {
    severity: "error",
    message: "`{key}` is not the same here as in {other}",
    remedy: "{advice}",
    example: {
      key: "start",
      other: "content/en/events/river-evening.md",
      advice: "write `start: 2026-12-05 19:00`, or correct it there",
    },
  },
  "booking-form": {
    severity: "error",
    message: "`{found}` is no address that begins with `https:` or `mailto:`",
    remedy: "{advice}",
    example: { found: "example.org/book", advice: "write `booking: https://example.org/book`" },
  },
  "price-bare": {
    severity: "error",
    message: "`price: {found}` does not say in which money",
    remedy: "{advice}",
    example: { found: "5", advice: 'write the sign or the name of it, such as `price: "£5"`' },
  },
} as const satisfies Rules;
