import assert from "node:assert/strict";
import { test } from "node:test";
import { proveMutants } from "../../support/mutants.ts";
import { builtProject } from "../../support/project.ts";

test("1,800 more mutants of the content are accepted and build, or refused in plain sentences", async (t) => {
  await using project = await builtProject();
  const seeds = Array.from({ length: 1800 }, (_, index) => 200 + index);
  const { accepted, refused } = await proveMutants(project.root, seeds, 8);
  t.diagnostic(`${accepted} accepted, ${refused} refused`);
  assert.ok(accepted > 400 && refused > 400);
});
