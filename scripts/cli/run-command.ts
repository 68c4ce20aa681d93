import { ContentFailure, EnvironmentFailure } from "../lib/failure.ts";
import { formatProblem } from "../lib/format-problem.ts";
import { sortProblems } from "../lib/sort-problems.ts";
import { systemFailure } from "./system-failure.ts";

/**
 * Runs a command and sets the exit code: 0; 1 for errors in content, photographs or templates; 2
 * for arguments, environment, disk, permissions or a fault of ours. Never prints a stack trace
 * for what the user can mend.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = error instanceof ContentFailure ? 1 : 2;
    console.error(explain(error));
  }
}

function explain(error: unknown): string {
  if (error instanceof ContentFailure) {
    const errors = error.problems.filter((problem) => problem.severity === "error").length;
    const lines = sortProblems(error.problems).map(formatProblem);
    return `${lines.join("\n")}\n\n${errors === 1 ? "1 error" : `${errors} errors`}. The site stays as it was.`;
  }
  if (error instanceof EnvironmentFailure) return error.message;
  const sentence = systemFailure(error);
  if (sentence) return sentence;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return process.env.DEBUG
    ? detail
    : `A fault of the build itself, not of the content: ${detail.split("\n", 1)[0]} — please report it with the output of the same command run with DEBUG=1`;
}
