import assert from "node:assert/strict";
import { test } from "node:test";
import { groupBy } from "../../../scripts/lib/group-by.ts";

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
