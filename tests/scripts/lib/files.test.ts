import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { runBounded } from "../../../scripts/lib/files.ts";

test("results come in the items' order, whatever ends first, never too many at once", async () => {
  let running = 0;
  let most = 0;
  const results = await runBounded(3, [5, 1, 4, 2, 3, 0], async (turns) => {
    running += 1;
    most = Math.max(most, running);
    for (let index = 0; index < turns; index += 1) await turn();
    running -= 1;
    return turns * 10;
  });
  assert.deepEqual(results, [50, 10, 40, 20, 30, 0]);
  assert.equal(most, 3);
});

test("after a failure nothing begins, what runs ends first, and the failure is thrown", async () => {
  const ended: number[] = [];
  const work = runBounded(2, [1, 2, 3, 4], async (item) => {
    if (item === 1) throw new Error("the disk is full");
    for (let index = 0; index < 5; index += 1) await turn();
    ended.push(item);
  });
  await assert.rejects(work, /the disk is full/);
  assert.deepEqual(ended, [2]);
});
