import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { fillIn } from "../../../scripts/lib/fill-in.ts";
import type { Rule, Rules } from "../../../scripts/problems/problem.ts";
import { allRules, ruleGroups, withHandbookTable } from "../../../scripts/site/rules.ts";
import { listFiles, projectRoot } from "../../support/files.ts";

for (const [name, rule] of Object.entries(allRules)) {
  test(`${name} is said in two plain sentences, with an example for every brace`, () => {
    const sentences = [rule.message, rule.remedy];
    for (const sentence of sentences) {
      assert.doesNotMatch(fillIn(sentence, rule.example), /\.$|^\s|\s$|^\p{Lu}/u);
    }
    const braces = sentences.join().match(/(?<=\{)\w+(?=\})/g) ?? [];
    assert.deepEqual(new Set(Object.keys(rule.example)), new Set(braces));
  });
}

test("every rule of the check is in the handbook, and no two have the same name", async () => {
  const scripts = path.join(projectRoot, "scripts");
  const found = new Map<string, unknown>();
  for (const file of await listFiles(scripts)) {
    // What a visit to other sites tells is no rule of the check.
    if (!/^(?:problems|content|downloads|markdown|photos)\/.*\.ts$/.test(file)) continue;
    const source = await readFile(path.join(scripts, file), "utf8");
    if (!/^export const \w+Rules\b/m.test(source)) continue;
    const module: Record<string, Rules> = await import(path.join(scripts, file));
    for (const [list, rules] of Object.entries(module)) {
      if (!list.endsWith("Rules")) continue;
      for (const [name, rule] of Object.entries(rules)) {
        assert.ok([undefined, rule].includes(found.get(name) as Rule), `${name} stands twice`);
        found.set(name, rule);
      }
    }
  }
  const told = ruleGroups.flatMap(({ rules }) => Object.keys(rules));
  assert.deepEqual(told.sort(), [...found.keys()].sort());
});

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
