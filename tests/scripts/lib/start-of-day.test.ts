import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCivilDate } from "../../../scripts/lib/parse-civil-date.ts";
import { startOfDay } from "../../../scripts/lib/start-of-day.ts";

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
