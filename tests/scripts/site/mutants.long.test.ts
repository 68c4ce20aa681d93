import assert from "node:assert/strict";
import { test } from "node:test";
import { proveMutants } from "../../support/mutants/prove-mutants.ts";

test("1,800 more mutants of the content are accepted and build, or refused in plain sentences", async (t) => {
  const { accepted, refused } = await proveMutants(
    Array.from({ length: 1800 }, (_, index) => 200 + index),
    8,
  );
  t.diagnostic(`${accepted} accepted, ${refused} refused`);
  assert.ok(accepted > 400 && refused > 400);
});
