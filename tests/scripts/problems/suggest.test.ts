import assert from "node:assert/strict";
import test from "node:test";
import { editDistance, nearestName } from "../../../scripts/problems/suggest.ts";

const keys = ["title", "summary", "date", "draft", "archive", "updated", "photo", "aliases"];

for (const [written, meant] of [
  ["sumary", "summary"],
  ["Title", "title"],
  ["tilte", "title"],
  ["dates", "date"],
  ["dtae", "date"],
  ["update", "updated"],
  ["photos", "photo"],
  ["alias", "aliases"],
  ["author", undefined],
  ["layout", undefined],
  ["x", undefined],
  ["", undefined],
] as const) {
  test(`${written} is meant to be ${meant}`, () => assert.equal(nearestName(written, keys), meant));
}

test("neighbours that changed places are one slip", () => {
  assert.equal(editDistance("tilte", "title"), 1);
  assert.equal(editDistance("", "abc"), 3);
  assert.equal(editDistance("kitten", "sitting"), 3);
});
