import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type CheckedText, checkText } from "../lib/check-text.ts";
import { checkTextSize } from "../lib/check-text-size.ts";

/**
 * Reads a text that an editor wrote.
 *
 * @param path from `root`, with forward slashes
 * @throws if the file cannot be read
 */
export function readTextFile(root: string, path: string): CheckedText {
  // A promise for each takes five times as long as the reading itself, and nothing else waits.
  const { size } = statSync(join(root, path));
  const tooLarge = checkTextSize(path, size);
  if (tooLarge !== undefined) return { text: undefined, problems: [tooLarge] };
  return checkText(path, readFileSync(join(root, path)));
}
