import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type CheckedText, checkText } from "../lib/check-text.ts";
import { checkTextSize } from "../lib/check-text-size.ts";

/**
 * Reads a text that an editor wrote.
 *
 * @param path from `root`, with forward slashes
 * @throws if the file cannot be read
 */
export async function readTextFile(root: string, path: string): Promise<CheckedText> {
  const { size } = await stat(join(root, path));
  const tooLarge = checkTextSize(path, size);
  if (tooLarge !== undefined) return { text: undefined, problems: [tooLarge] };
  return checkText(path, await readFile(join(root, path)));
}
