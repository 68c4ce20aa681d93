import assert from "node:assert/strict";
import { test } from "node:test";
import { parseInstant } from "../../../scripts/lib/parse-instant.ts";

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
