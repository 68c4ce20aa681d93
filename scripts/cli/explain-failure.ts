import { formatProblem } from "../problems/print.ts";
import { ContentFailure, EnvironmentFailure, sortProblems } from "../problems/problem.ts";
import { systemFailure } from "./system-failure.ts";

/** What to tell the user of a failure: a sentence for each problem, never a stack trace. */
export function explainFailure(error: unknown): string[] {
  if (error instanceof ContentFailure) return sortProblems(error.problems).map(formatProblem);
  if (error instanceof EnvironmentFailure) return [error.message];
  const sentence = systemFailure(error);
  if (sentence) return [sentence];
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Asked for in the sentence below.
  if (process.env.DEBUG) return [detail];
  return [
    `A fault of the build itself, not of the content: ${detail.split("\n", 1)[0]} — please report it with the output of the same command run with DEBUG=1`,
  ];
}
