import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCivilDate } from "../../../scripts/lib/format-civil-date.ts";
import { parseCivilDate } from "../../../scripts/lib/parse-civil-date.ts";

for (const day of ["2026-11-23", "2024-02-29", "2000-02-29", "1000-01-01", "9999-12-31"]) {
  test(`${day} is a day and is written so`, () => {
    const date = parseCivilDate(day);
    assert.ok(date);
    assert.equal(formatCivilDate(date), day);
  });
}

for (const wrong of ["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10"].concat([
  "2026-01-00",
  "0999-01-01",
  "2026-1-1",
  " 2026-01-01",
  "2026-01-01\n",
  "２０２６-01-01",
])) {
  test(`${JSON.stringify(wrong)} is no day`, () => assert.equal(parseCivilDate(wrong), undefined));
}
