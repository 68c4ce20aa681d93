import assert from "node:assert/strict";
import { test } from "node:test";
import { formatInstant } from "../../../scripts/lib/format-instant.ts";
import { parseInstant } from "../../../scripts/lib/parse-instant.ts";

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
