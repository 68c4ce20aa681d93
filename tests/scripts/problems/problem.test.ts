import assert from "node:assert/strict";
import test from "node:test";
import { excerpt, problemOf, type Rules } from "../../../scripts/problems/problem.ts";

const rules = {
  odd: { severity: "warning", message: "`{word}` is odd", remedy: "write `{other}`", example: {} },
} as const satisfies Rules;

test("fills both sentences and keeps them on one line, harmless to a terminal", () => {
  const values = { word: "a\nb\u001b[31m\u202e", other: "{word}" };
  assert.deepEqual(problemOf(rules, "odd", { path: "a.md", line: 2, column: 3 }, values), {
    rule: "odd",
    severity: "warning",
    path: "a.md",
    line: 2,
    column: 3,
    message: "`a ⏎ b�[31m�` is odd",
    remedy: "write `{word}`",
  });
});

test("an excerpt is cut between characters, not within one", () => {
  assert.equal(excerpt("short", 5), "short");
  assert.equal(excerpt("longer", 5), "long…");
  assert.equal(excerpt("🌊".repeat(9), 4), "🌊🌊🌊…");
});
