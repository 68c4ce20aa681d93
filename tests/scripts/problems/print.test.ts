import assert from "node:assert/strict";
import test from "node:test";
import { formatAnnotation, formatProblemsJson } from "../../../scripts/problems/print.ts";

test("an annotation names file, line and column, and escapes what would end them", () => {
  const problem = {
    rule: "odd",
    severity: "warning",
    path: "content/en/50%, or: half\n.md",
    line: 3,
    column: 7,
    message: "`%25`: odd,\r\nvery odd",
    remedy: "write `::error::`",
  } as const;
  assert.equal(
    formatAnnotation(problem),
    "::warning file=content/en/50%25%2C or%3A half%0A.md,line=3,col=7::`%2525`: odd,%0D%0Avery odd — write `::error::`",
  );
  assert.match(formatAnnotation({ ...problem, severity: "error" }), /^::error file=/);
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
