import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { withHandbookTable } from "../../../scripts/site/handbook-table.ts";
import { projectRoot } from "../../support/project-root.ts";

const marks = [
  "<!-- Messages: written by `npm run handbook` -->",
  "<!-- End of the messages -->",
] as const;

test("the handbook has every message as the code has it (mended by npm run handbook)", async () => {
  const handbook = await readFile(path.join(projectRoot, "content/README.md"), "utf8");
  assert.equal(handbook, withHandbookTable(handbook));
});

test("only what stands between the marks is written anew, with the words of the examples", () => {
  const made = withHandbookTable(`Before\n${marks[0]}\nold\n${marks[1]}\nAfter\n`);
  assert.ok(made.startsWith(`Before\n${marks[0]}\n\n### Files and addresses\n`));
  assert.ok(made.endsWith(`|\n\n${marks[1]}\nAfter\n`));
  assert.doesNotMatch(made, /^old$/m);
  assert.match(
    made,
    /^\| the link `\.\.\/abuot\.md` leads to no page \| did you mean `\.\.\/about\.md`\? \|$/m,
  );
  assert.match(made, /^\| warning: no page shows this photograph \|/m);
  // A | of a sentence would end its cell.
  assert.match(made, /`---\\\|---`/);
  for (const row of made.match(/^\|.*$/gm) ?? []) {
    assert.equal(row.split(/(?<!\\)\|/).length, 4, row);
  }
});

test("without the marks the handbook is left alone", () => {
  assert.throws(() => withHandbookTable("# Handbook\n"), /must hold the lines/);
});
