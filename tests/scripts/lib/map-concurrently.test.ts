import assert from "node:assert/strict";
import { test } from "node:test";
import { mapConcurrently } from "../../../scripts/lib/map-concurrently.ts";

test("keeps the order and never runs more at a time than it may", async () => {
  let running = 0;
  let most = 0;
  const results = await mapConcurrently([5, 1, 4, 2, 3], 2, async (item) => {
    most = Math.max(most, ++running);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    running--;
    return item * 10;
  });
  assert.deepEqual(results, [50, 10, 40, 20, 30]);
  assert.equal(most, 2);
});

test("a failure is passed on, and nothing is begun after it", async () => {
  const begun: number[] = [];
  const work = mapConcurrently([1, 2, 3, 4], 1, async (item) => {
    begun.push(item);
    if (item === 2) throw new Error("no");
  });
  await assert.rejects(work, /no/);
  assert.deepEqual(begun, [1, 2]);
});
