import assert from "node:assert/strict";
import { test } from "node:test";
import { fillIn } from "../../../scripts/lib/fill-in.ts";
import { markdownRules } from "../../../scripts/markdown/markdown-rules.ts";

for (const [name, rule] of Object.entries(markdownRules)) {
  test(`${name} is said in two plain sentences, with an example for every brace`, () => {
    for (const sentence of [rule.message, rule.remedy]) {
      const filled = fillIn(sentence, rule.example);
      assert.doesNotMatch(filled, /[{}]|\.$|\s$|^\s/);
    }
    const braces = new Set(
      Array.from(`${rule.message}${rule.remedy}`.matchAll(/\{(\w+)\}/g), ([, brace]) => brace),
    );
    assert.deepEqual(Object.keys(rule.example).sort(), [...braces].sort());
  });
}
