import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAnnotation } from "../../../scripts/lib/format-annotation.ts";

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
