import { oneLine } from "./one-line.ts";
import type { Problem } from "./problem.ts";

/** The one form in which a problem is printed: `path:line:col  what is wrong — how to mend it`. */
export function formatProblem(problem: Problem): string {
  const place = `${oneLine(problem.path)}:${problem.line}:${problem.column}`;
  const kind = problem.severity === "warning" ? "warning: " : "";
  return `${place}  ${kind}${problem.message} — ${problem.remedy}`;
}
