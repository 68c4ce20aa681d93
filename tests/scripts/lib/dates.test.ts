import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dateline,
  formatCivilDate,
  formatInstant,
  instantOfTime,
  parseCivilDate,
  parseCivilTime,
  parseInstant,
  startOfDay,
  timeDifference,
  timeExists,
} from "../../../scripts/lib/dates.ts";
import { testTable } from "../../support/tables.ts";

const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();

testTable("dates", {
  "a day": (day) => {
    const date = parseCivilDate(day);
    return date && formatCivilDate(date);
  },
  "an instant": (written) => iso(parseInstant(written)),
  "an instant as its place writes it": (input) => {
    const [zone = "", instant = ""] = input.split(" ");
    return formatInstant(zone, parseInstant(instant) ?? 0);
  },
  "what clocks show, and when that is": (input) => {
    const [zone = "", ...written] = input.split(" ");
    const time = parseCivilTime(written.join(" "));
    if (!time) return undefined;
    return `${iso(instantOfTime(time, zone))}${timeExists(time, zone) ? "" : ", never shown"}`;
  },
  "the beginning of a day": (input) => {
    const [zone = "", day = ""] = input.split(/[: ]+/);
    const date = parseCivilDate(day);
    return date && iso(startOfDay(date, zone));
  },
});

test("an offset with seconds, from before time zones, is written in minutes and is still true", () => {
  const noon = Date.UTC(1880, 0, 1, 12);
  const written = formatInstant("Asia/Shanghai", noon);
  assert.match(written, /^1880-01-01T20:06:00\+08:06$/);
  assert.equal(parseInstant(written), noon);
});

test("Shanghai is 8 hours ahead of Liverpool in winter, 7 in summer", () => {
  assert.deepEqual(timeDifference("Europe/London", "Asia/Shanghai", 2025), {
    winter: 8,
    summer: 7,
  });
});

test("the other way round it is behind", () => {
  assert.deepEqual(timeDifference("Asia/Shanghai", "Europe/London", 2025), {
    winter: -8,
    summer: -7,
  });
});

test("the year counts: China had summer time in 1988", () => {
  assert.equal(timeDifference("Europe/London", "Asia/Shanghai", 1988).summer, 8);
});

test("half hours, and a zone that crosses midnight", () => {
  assert.equal(timeDifference("Europe/London", "Asia/Kolkata", 2025).winter, 5.5);
  assert.equal(timeDifference("Europe/London", "Pacific/Auckland", 2025).winter, 13);
});

test("a zone that does not exist is refused", () => {
  assert.throws(() => timeDifference("Europe/Liverpool", "Asia/Shanghai", 2025), RangeError);
});

const day = { year: 2025, month: 5, day: 8 };

test("a date is written as each language writes it", () => {
  assert.deepEqual(dateline(day, "en"), { machine: "2025-05-08", text: "8 May 2025" });
  assert.deepEqual(dateline(day, "zh"), { machine: "2025-05-08", text: "2025年5月8日" });
});
