import { formatAnnotation } from "../lib/format-annotation.ts";
import { formatProblem } from "../lib/format-problem.ts";
import type { Problem } from "../lib/problem.ts";
import { sortProblems } from "../lib/sort-problems.ts";

/**
 * Prints each problem on a line of its own, by file and place; on GitHub Actions also as the
 * command that shows it at its line.
 */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of sortProblems(problems)) {
    console.error(formatProblem(problem));
    if (process.env.GITHUB_ACTIONS === "true") console.log(formatAnnotation(problem));
  }
}
