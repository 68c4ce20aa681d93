import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dateline,
  formatCivilDate,
  formatInstant,
  parseCivilDate,
  parseInstant,
  startOfDay,
  timeDifference,
} from "../../../scripts/lib/dates.ts";

for (const day of ["2026-11-23", "2024-02-29", "2000-02-29", "1000-01-01", "9999-12-31"]) {
  test(`${day} is a day and is written so`, () => {
    const date = parseCivilDate(day);
    assert.ok(date);
    assert.equal(formatCivilDate(date), day);
  });
}

for (const wrong of [
  "2026-02-29",
  "1900-02-29",
  "2026-04-31",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "0999-01-01",
  "2026-1-1",
  " 2026-01-01",
  "2026-01-01\n",
  "２０２６-01-01",
]) {
  test(`${JSON.stringify(wrong)} is no day`, () => assert.equal(parseCivilDate(wrong), undefined));
}

test("an instant counts its offset", () => {
  assert.equal(parseInstant("2026-11-23T18:30+08:00"), Date.UTC(2026, 10, 23, 10, 30));
  assert.equal(parseInstant("2026-11-23T18:30:15.5-03:30"), Date.UTC(2026, 10, 23, 22, 0, 15, 500));
  assert.equal(parseInstant("2026-11-23T18:30Z"), Date.UTC(2026, 10, 23, 18, 30));
});

for (const wrong of [
  "2026-11-23T18:30",
  "2026-11-23 18:30Z",
  "2026-02-30T18:30Z",
  "2026-11-23T24:00Z",
  "2026-11-23T18:60Z",
  "2026-11-23T18:30+14:01",
  "2026-11-23T18:30+01:60",
  "2026-11-23T18:30z",
  "2026-11-23",
]) {
  test(`${wrong} is no instant`, () => assert.equal(parseInstant(wrong), undefined));
}

test("an instant keeps the day of its place, in summer and in winter", () => {
  const cases = [
    ["Europe/London", "2025-05-28T00:00:00+01:00"],
    ["Europe/London", "2024-01-18T18:30:15+00:00"],
    ["Asia/Shanghai", "2025-05-28T00:00:00+08:00"],
    ["America/St_Johns", "2025-12-31T23:59:59-03:30"],
  ] as const;
  for (const [zone, written] of cases) {
    assert.equal(formatInstant(zone, parseInstant(written) ?? 0), written);
  }
});

test("an offset with seconds, from before time zones, is written in minutes and is still true", () => {
  const noon = Date.UTC(1880, 0, 1, 12);
  const written = formatInstant("Asia/Shanghai", noon);
  assert.match(written, /^1880-01-01T20:06:00\+08:06$/);
  assert.equal(parseInstant(written), noon);
});

const cases: [zone: string, day: string, start: string, why: string][] = [
  ["Europe/London", "2026-01-15", "2026-01-15T00:00:00.000Z", "winter"],
  ["Europe/London", "2026-07-15", "2026-07-14T23:00:00.000Z", "summer time"],
  ["Europe/London", "2026-03-29", "2026-03-29T00:00:00.000Z", "the clocks go forward at 01:00"],
  ["Europe/London", "2026-03-30", "2026-03-29T23:00:00.000Z", "the day after"],
  ["Europe/London", "2026-10-25", "2026-10-24T23:00:00.000Z", "the clocks go back at 02:00"],
  ["Europe/London", "2026-10-26", "2026-10-26T00:00:00.000Z", "the day after"],
  ["Europe/London", "1969-01-01", "1968-12-31T23:00:00.000Z", "British Standard Time, all year"],
  ["Asia/Shanghai", "2026-01-15", "2026-01-14T16:00:00.000Z", "UTC+8"],
  ["Asia/Shanghai", "2026-07-15", "2026-07-14T16:00:00.000Z", "no summer time"],
  ["Asia/Shanghai", "1988-07-15", "1988-07-14T15:00:00.000Z", "the summer time of 1986–1991"],
  ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z", "a gap over midnight"],
  ["America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00.000Z", "back from midnight to 23:00"],
  ["America/Havana", "2026-11-01", "2026-11-01T04:00:00.000Z", "two midnights: the first"],
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z", "a day that never was"],
];

for (const [zone, day, start, why] of cases) {
  test(`${day} begins in ${zone} at ${start}: ${why}`, () => {
    const date = parseCivilDate(day);
    assert.ok(date);
    assert.equal(new Date(startOfDay(date, zone)).toISOString(), start);
  });
}

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
