import assert from "node:assert/strict";
import test from "node:test";
import { withinTime } from "../../../../scripts/outputs/search/within-time.ts";

test("an answer, or a refusal, is handed on", async () => {
  assert.equal(await withinTime(Promise.resolve("yes"), 60_000), "yes");
  await assert.rejects(withinTime(Promise.reject(new Error("no")), 60_000), /no/);
});

test("what never answers is an error", async () => {
  await assert.rejects(withinTime(new Promise(() => {}), 1), /does not answer/);
});
