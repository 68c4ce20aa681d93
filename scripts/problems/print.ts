import { oneLine, type Problem, sortProblems } from "./problem.ts";

/** The one form in which a problem is printed: `path:line:col  what is wrong — how to mend it`. */
export function formatProblem(problem: Problem): string {
  const place = `${oneLine(problem.path)}:${problem.line}:${problem.column}`;
  const kind = problem.severity === "warning" ? "warning: " : "";
  return `${place}  ${kind}${problem.message} — ${problem.remedy}`;
}

/** Of each severity in a step; GitHub drops the others without a word. */
const maximumAnnotations = 10;

/**
 * Problems as the commands that make GitHub Actions show them at their lines, all of them: those
 * that would be too many stand together in the last.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatAnnotations(problems: readonly Problem[]): string[] {
  return (["error", "warning"] as const).flatMap((severity) => {
    const all = sortProblems(problems).filter((problem) => problem.severity === severity);
    const alone = all.length > maximumAnnotations ? all.slice(0, maximumAnnotations - 1) : all;
    const others = all.slice(alone.length);
    return [
      ...alone.map((problem) => annotation(problem, `${problem.message} — ${problem.remedy}`)),
      ...others.slice(0, 1).map((first) => annotation(first, others.map(formatProblem).join("\n"))),
    ];
  });
}

function annotation({ severity, path, line, column }: Problem, text: string): string {
  const place = `file=${escapeProperty(path)},line=${line},col=${column}`;
  return `::${severity} ${place}::${escapeData(text)}`;
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

/** Prints each problem on a line of its own, by file and place; see {@link annotate}. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of sortProblems(problems)) console.error(formatProblem(problem));
  annotate(problems);
}

/** On GitHub Actions, has problems shown at their lines, in pull requests too. */
export function annotate(problems: readonly Problem[]): void {
  if (process.env.GITHUB_ACTIONS !== "true") return;
  for (const line of formatAnnotations(problems)) console.log(line);
}
