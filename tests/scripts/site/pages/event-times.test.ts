import assert from "node:assert/strict";
import test from "node:test";
import { type Event, readEvent } from "../../../../scripts/content/events.ts";
import { civilTimeIn, parseInstant } from "../../../../scripts/lib/dates.ts";
import { languages } from "../../../../scripts/lib/languages.ts";
import { random } from "../../../../scripts/lib/lists.ts";
import { clocksOf, eventTimes } from "../../../../scripts/site/pages/event-times.ts";
import { contextOf } from "../../../support/site-context.ts";
import { testTable } from "../../../support/tables.ts";

const { facts } = await contextOf([]);

/** `liverpool: 2026-12-05 19:00, 2026-12-05 21:30`; the end, where it is known. */
function eventOf(written: string): Event {
  const [city, start, end] = written.split(/: |, /) as [Event["city"], string, string?];
  return readEvent({ city, start, end }) ?? assert.fail(written);
}

testTable("event-times", {
  "in words": (written) =>
    languages.map((language) => eventTimes(eventOf(written), language, facts).text),
  "the beginning, for machines": (written) =>
    eventTimes(eventOf(written), "en", facts).days.machine,
});

test("both cities' clocks tell of one instant, and the first of them the time that was written", () => {
  const draw = random(18);
  for (const city of ["liverpool", "shanghai"] as const) {
    for (let count = 0; count < 1000; count += 1) {
      // Within some ten years, by the clocks of the city: no time that they skip.
      const instant = Date.UTC(2026, 0, 1) + Math.floor(draw() * 5_000_000) * 60_000;
      const start = civilTimeIn(facts.site.cities[city].timeZone, instant);
      const when = { allDay: false as const, start, end: undefined };
      const clocks = clocksOf({ city, when }, facts.site.cities);
      const [own, other] = clocks.map(({ start }) => start.machine);
      const shown = [start.year, start.month, start.day, start.hour, start.minute];
      assert.deepEqual(own?.split(/[-T:+]/, 5).map(Number), shown);
      assert.equal(parseInstant(own ?? ""), parseInstant(other ?? ""));
    }
  }
});
