import assert from "node:assert/strict";
import { test } from "node:test";
import { messages } from "../../../scripts/content/messages.ts";
import { fillIn } from "../../../scripts/lib/fill-in.ts";
import type { Rules } from "../../../scripts/lib/rule.ts";

const rules: Rules = messages;

for (const [name, rule] of Object.entries(rules)) {
  test(`${name} has a whole example, and sentences without a full stop`, () => {
    const sentences = [rule.message, rule.remedy];
    for (const sentence of sentences) {
      assert.doesNotThrow(() => fillIn(sentence, rule.example));
      assert.doesNotMatch(sentence, /\.$|^\p{Lu}/u);
    }
    const asked = sentences.join().match(/(?<=\{)\w+(?=\})/g) ?? [];
    assert.deepEqual(new Set(Object.keys(rule.example)), new Set(asked));
  });
}
