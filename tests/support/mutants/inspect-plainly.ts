import assert from "node:assert/strict";
import { formatProblem } from "../../../scripts/problems/print.ts";
import type { Problem } from "../../../scripts/problems/problem.ts";
import { type InspectedSite, inspectSite } from "../../../scripts/site/check.ts";
import { testEpoch } from "../run-build.ts";

/** A file that a test has changed. */
export interface ChangedFile {
  /** From the project's root. */
  file: string;
  bytes: Buffer;
}

/** What the check made of a project. */
export interface Inspection {
  site: InspectedSite;
  errors: Problem[];
}

/**
 * Checks the project at `root` in this process. Asserts that whatever is said is a plain sentence, and
 * that what is said of the changed file stands at a place which the file has.
 */
export async function inspectPlainly(root: string, changed: ChangedFile): Promise<Inspection> {
  const now = Number(testEpoch) * 1000;
  const site = await inspectSite({ root, origin: undefined, prefix: "/", now, drafts: false });
  const lines = changed.bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/);
  for (const problem of site.problems) {
    const printed = formatProblem(problem);
    assert.match(printed, /^\S.*:\d+:\d+ {2}\S.* — \S.*[^.\s]$/);
    // What is quoted of the file may be anything.
    assert.doesNotMatch(printed.replace(/`.*`|“.*”/g, ""), /undefined|NaN|\[object|\n/);
    if (problem.path !== changed.file) continue;
    const { length } = lines[problem.line - 1] ?? assert.fail(`no such line: ${printed}`);
    assert.ok(problem.column >= 1 && problem.column <= length + 1, `no such column: ${printed}`);
  }
  return { site, errors: site.problems.filter(({ severity }) => severity === "error") };
}
