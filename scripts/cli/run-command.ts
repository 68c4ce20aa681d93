import { printProblems } from "../problems/print.ts";
import { ContentFailure } from "../problems/problem.ts";
import { explainFailure } from "./explain-failure.ts";

/**
 * Runs a command and sets the exit code: 0; 1 for errors in content, photographs or templates; 2
 * for arguments, environment, disk, permissions or a fault of ours.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof ContentFailure) {
      process.exitCode = 1;
      printProblems(error.problems);
      console.error(`\n${count(error)}. The site stays as it was.`);
    } else {
      process.exitCode = 2;
      for (const sentence of explainFailure(error)) console.error(sentence);
    }
  }
}

function count({ problems }: ContentFailure): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return errors === 1 ? "1 error" : `${errors} errors`;
}
