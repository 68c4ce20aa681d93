import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSecurity } from "../../../scripts/content/check-security.ts";

const expires = { year: 2027, month: 10, day: 31 };
const place = { path: "content/_data/site.yaml", line: 34, column: 12 };
/** The first instant after it holds. */
const end = Date.UTC(2027, 10, 1);
const days = 86_400_000;

const rulesAt = (now: number) => checkSecurity({ expires, place }, now).map(({ rule }) => rule);

test("with 30 days to run nothing is said, and a moment later it is", () => {
  assert.deepEqual(rulesAt(end - 30 * days), []);
  assert.deepEqual(rulesAt(end - 30 * days + 1), ["security-expires-soon"]);
});

test("it holds to the end of its day, in UTC", () => {
  assert.deepEqual(rulesAt(end - 1), ["security-expires-soon"]);
  assert.deepEqual(rulesAt(end), ["security-expired"]);
});

test("the warning stands where the day is written", () => {
  const [{ path, line, column, severity } = {}] = checkSecurity({ expires, place }, end);
  assert.deepEqual({ path, line, column, severity }, { ...place, severity: "warning" });
});
