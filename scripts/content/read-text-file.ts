import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { checkCharacters } from "./check-characters.ts";
import { checkConflictMarkers } from "./check-conflict-markers.ts";
import { decodeText } from "./decode-text.ts";
import { fileRules } from "./file-rules.ts";

/** In bytes; 1 MB is some 150,000 English words. */
const maximumSize = 1_000_000;

export interface TextFile {
  path: string;
  /** Without byte order mark, with LF line ends. Undefined if the file holds no text to go on with. */
  text: string | undefined;
  problems: Problem[];
}

/**
 * Reads a text that an editor wrote.
 *
 * @param path from `root`, with forward slashes
 * @throws if the file cannot be read
 */
export async function readTextFile(root: string, path: string): Promise<TextFile> {
  const start = { path, line: 1, column: 1 };
  const { size } = await stat(join(root, path));
  if (size > maximumSize) {
    const megabytes = (Math.ceil(size / 100_000) / 10).toFixed(1);
    const problem = problemOf(fileRules, "too-large", start, { size: megabytes });
    return { path, text: undefined, problems: [problem] };
  }
  const decoded = decodeText(path, await readFile(join(root, path)));
  if ("problem" in decoded) return { path, text: undefined, problems: [decoded.problem] };
  const { text } = decoded;
  const characters = checkCharacters(path, text);
  const conflicts = checkConflictMarkers(path, text);
  // Both versions of a conflict at once are neither YAML nor Markdown that anyone wrote; nor are
  // the letters of a picture.
  const sound = conflicts.length === 0 && !text.includes("\0");
  return { path, text: sound ? text : undefined, problems: [...characters, ...conflicts] };
}
