import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { fillIn } from "../../../scripts/lib/fill-in.ts";
import type { Rules } from "../../../scripts/problems/problem.ts";
import { allRules } from "../../../scripts/site/all-rules.ts";
import { ruleGroups } from "../../../scripts/site/rule-groups.ts";
import { listFiles } from "../../support/list-files.ts";
import { projectRoot } from "../../support/project-root.ts";

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

test("every list of rules is in the handbook, and no two rules have the same name", async () => {
  const scripts = path.join(projectRoot, "scripts");
  const files = (await listFiles(scripts)).filter((file) => file.endsWith("-rules.ts"));
  const names: string[] = [];
  for (const file of files) {
    // Lists that are only put together of others.
    if (/\/(?:all|markdown|photo)-rules\.ts$/.test(file)) continue;
    const lists: Record<string, Rules> = await import(path.join(scripts, file));
    names.push(...Object.values(lists).flatMap((rules) => Object.keys(rules)));
  }
  const told = ruleGroups.flatMap(({ rules }) => Object.keys(rules));
  assert.deepEqual(told.sort(), names.sort());
  assert.equal(new Set(names).size, names.length);
});
