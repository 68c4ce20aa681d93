import type { Problem } from "./problem.ts";

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
