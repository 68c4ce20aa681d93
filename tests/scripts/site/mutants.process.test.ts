import assert from "node:assert/strict";
import { test } from "node:test";
import { proveMutants } from "../../support/mutants/prove-mutants.ts";

// The others of the 2,000 are in mutants.long.test.ts.
test("200 mutants of the content are accepted and build, or refused in plain sentences", async (t) => {
  const { accepted, refused } = await proveMutants(
    Array.from({ length: 200 }, (_, index) => index),
    2,
  );
  t.diagnostic(`${accepted} accepted, ${refused} refused`);
  assert.ok(accepted > 40 && refused > 40);
});
