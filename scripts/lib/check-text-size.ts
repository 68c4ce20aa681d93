import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { textRules } from "./text-rules.ts";

/** In bytes; 1 MB is some 150,000 English words. */
const maximumSize = 1_000_000;

/** That a file of `size` bytes is not too large for a text: to be asked before it is read. */
export function checkTextSize(path: string, size: number): Problem | undefined {
  if (size <= maximumSize) return undefined;
  const megabytes = (Math.ceil(size / 100_000) / 10).toFixed(1);
  return problemOf(textRules, "too-large", { path, line: 1, column: 1 }, { size: megabytes });
}
