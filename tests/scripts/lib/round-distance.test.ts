import assert from "node:assert/strict";
import { test } from "node:test";
import { roundDistance } from "../../../scripts/lib/round-distance.ts";

test("the crossing is about 9,200 km or 5,700 miles", () => {
  assert.deepEqual(roundDistance(9191.243), { kilometres: "9,200", miles: "5,700" });
});

test("digits are grouped in threes", () => {
  assert.deepEqual(roundDistance(0), { kilometres: "0", miles: "0" });
  assert.deepEqual(roundDistance(449), { kilometres: "400", miles: "300" });
  assert.equal(roundDistance(1_234_567).kilometres, "1,234,600");
});
