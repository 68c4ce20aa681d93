import assert from "node:assert/strict";
import { test } from "node:test";
import { dateline } from "../../../scripts/lib/dateline.ts";

const day = { year: 2025, month: 5, day: 8 };

test("a date is written as each language writes it", () => {
  assert.deepEqual(dateline(day, "en"), { machine: "2025-05-08", text: "8 May 2025" });
  assert.deepEqual(dateline(day, "zh"), { machine: "2025-05-08", text: "2025年5月8日" });
});
