import assert from "node:assert/strict";
import test from "node:test";
import { proveEdits, randomEdits } from "../../support/edits.ts";
import { builtProject } from "../../support/project.ts";

for (const seed of [1, 2, 3, 4]) {
  test(`250 edits from seed ${seed}: a warm build makes what one from nothing makes`, async (t) => {
    await using warm = await builtProject();
    await using clean = await builtProject();
    const accepted = await proveEdits(warm.root, clean.root, seed, randomEdits(seed, 250));
    t.diagnostic(`${accepted} accepted`);
    assert.ok(accepted > 150 && accepted < 245);
  });
}
