import { formatProblem } from "../lib/format-problem.ts";
import type { Problem } from "../lib/problem.ts";
import { sortProblems } from "../lib/sort-problems.ts";

/** Prints each problem on a line of its own, by file and line. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of sortProblems(problems)) console.error(formatProblem(problem));
}
