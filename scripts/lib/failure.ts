import type { Problem } from "./problem.ts";

/** Thrown when content, photographs or templates have errors: exit code 1. */
export class ContentFailure extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.problems = problems;
  }
}

/** Thrown when arguments, environment, disk or permissions stand in the way: exit code 2. */
export class EnvironmentFailure extends Error {
  /** @param message what is wrong and how to mend it, one sentence */
  constructor(message: string) {
    super(message);
  }
}
