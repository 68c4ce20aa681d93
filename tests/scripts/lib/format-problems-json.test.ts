import assert from "node:assert/strict";
import { test } from "node:test";
import { formatProblemsJson } from "../../../scripts/lib/format-problems-json.ts";

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
