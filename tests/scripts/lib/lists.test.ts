import assert from "node:assert/strict";
import test from "node:test";
import { groupBy, paginate } from "../../../scripts/lib/lists.ts";

test("groups and what is in them keep the order in which they came", () => {
  const groups = groupBy(["quay", "dock", "queue", "arch", "deck"], (word) => word[0]);
  assert.deepEqual(
    [...groups],
    [
      ["q", ["quay", "queue"]],
      ["d", ["dock", "deck"]],
      ["a", ["arch"]],
    ],
  );
});

test("a list is cut into full pages and a rest, in order", () => {
  assert.deepEqual(paginate(["a", "b", "c", "d", "e"], 2), [
    { items: ["a", "b"], number: 1, count: 3 },
    { items: ["c", "d"], number: 2, count: 3 },
    { items: ["e"], number: 3, count: 3 },
  ]);
});

test("a list that fits exactly has no empty last page", () => {
  assert.equal(paginate([1, 2, 3, 4], 2).length, 2);
});

test("an empty list has one empty page, so that its address exists", () => {
  assert.deepEqual(paginate([], 20), [{ items: [], number: 1, count: 1 }]);
});
