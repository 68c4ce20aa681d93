import assert from "node:assert/strict";
import test from "node:test";
import { formatAnnotations, formatProblemsJson } from "../../../scripts/problems/print.ts";
import { excerpt, problemOf, type Rules } from "../../../scripts/problems/problem.ts";
import { nearestName } from "../../../scripts/problems/suggest.ts";
import { testTable } from "../../support/tables.ts";

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

const odd = {
  rule: "odd",
  severity: "warning",
  path: "content/en/50%, or: half\n.md",
  line: 3,
  column: 7,
  message: "`%25`: odd,\r\nvery odd",
  remedy: "write `::error::`",
} as const;

test("an annotation names file, line and column, and escapes what would end them", () => {
  assert.deepEqual(formatAnnotations([odd]), [
    "::warning file=content/en/50%25%2C or%3A half%0A.md,line=3,col=7::`%2525`: odd,%0D%0Avery odd — write `::error::`",
  ]);
  assert.match(formatAnnotations([{ ...odd, severity: "error" }])[0] ?? "", /^::error file=/);
});

test("of more problems than GitHub shows the last annotation has all that are left", () => {
  const many = (count: number, severity: "error" | "warning") =>
    Array.from({ length: count }, (_, line) => ({ ...odd, path: "a.md", severity, line }));
  const shown = formatAnnotations([...many(12, "warning"), ...many(10, "error")]);
  assert.deepEqual(
    shown.map((line) => /^::(\w+) file=a\.md,line=(\d+),/.exec(line)?.slice(1).join(" ")),
    [
      ...many(10, "error").map(({ line }) => `error ${line}`),
      ...many(10, "warning").map(({ line }) => `warning ${line}`),
    ],
  );
  assert.equal(shown.at(-1)?.match(/(?<=::|%0A)a\.md%?:\d+:7 {2}warning: /g)?.length, 3);
});

test("problems come by file and place, each with the keys that tools rely on", () => {
  const problem = (path: string, line: number) =>
    ({
      rule: "odd",
      severity: "error",
      path,
      line,
      column: 1,
      message: "“上海”\n",
      remedy: "r",
    }) as const;
  const odd = { column: 1, rule: "odd", severity: "error", what: "“上海”\n", remedy: "r" };
  assert.deepEqual(
    JSON.parse(formatProblemsJson([problem("b.md", 1), problem("a.md", 2), problem("a.md", 1)])),
    {
      problems: [
        { path: "a.md", line: 1, ...odd },
        { path: "a.md", line: 2, ...odd },
        { path: "b.md", line: 1, ...odd },
      ],
    },
  );
  assert.deepEqual(JSON.parse(formatProblemsJson([])), { problems: [] });
});

const pages = ["accessibility", "contact", "credits"];
const keys = ["title", "summary", "date", "draft", "archive", "updated", "photo", "aliases"];

testTable("suggestions", {
  "what a misspelt key is meant to be": (written) => nearestName(written, keys),
  "what a misspelt name of a page is meant to be": (written) => nearestName(written, pages),
});
