import type { Problem } from "./problem.ts";
import { sortProblems } from "./sort-problems.ts";

/**
 * Problems for tools, as JSON, by file and place: `{ "problems": [{ "path", "line", "column",
 * "rule", "severity", "what", "remedy" }] }`. Keys may be added, but none goes or changes.
 */
export function formatProblemsJson(problems: readonly Problem[]): string {
  const list = sortProblems(problems).map(
    ({ path, line, column, rule, severity, message, remedy }) => {
      return { path, line, column, rule, severity, what: message, remedy };
    },
  );
  return JSON.stringify({ problems: list }, null, 2);
}
