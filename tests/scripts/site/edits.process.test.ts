import assert from "node:assert/strict";
import test from "node:test";
import { type Edit, proveEdits } from "../../support/edits.ts";
import { builtProject } from "../../support/project.ts";

/** In one row what is seen least easily; `edits.long.test.ts` has a thousand edits of every kind. */
const edits: readonly Edit[] = [
  ["text of the same size", "picture"],
  ["title", "exchange"],
  ["pixels", "summary"],
  ["record", "download", "file of the site", "fixed page"],
  ["broken link", "tags"],
  ["heading", "alias"],
  ["removal", "new article"],
  ["date", "date to come", "event moved", "clock"],
  ["template", "data"],
  ["taken back", "file of the site gone"],
];

test("after ten edits of 300 articles, a warm build makes what one from nothing makes", async () => {
  await using warm = await builtProject();
  await using clean = await builtProject();
  const accepted = await proveEdits(warm.root, clean.root, 1, edits);
  assert.ok(accepted > 7, `${accepted} accepted`);
});
