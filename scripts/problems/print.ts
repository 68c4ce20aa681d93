import { oneLine, type Problem, sortProblems } from "./problem.ts";

/** The one form in which a problem is printed: `path:line:col  what is wrong — how to mend it`. */
export function formatProblem(problem: Problem): string {
  const place = `${oneLine(problem.path)}:${problem.line}:${problem.column}`;
  const kind = problem.severity === "warning" ? "warning: " : "";
  return `${place}  ${kind}${problem.message} — ${problem.remedy}`;
}

/**
 * A problem as the command that makes GitHub Actions show it at its line:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatAnnotation(problem: Problem): string {
  const { severity, path, line, column, message, remedy } = problem;
  const place = `file=${escapeProperty(path)},line=${line},col=${column}`;
  return `::${severity} ${place}::${escapeData(`${message} — ${remedy}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

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
