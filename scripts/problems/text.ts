import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../lib/files.ts";
import { type Place, type Problem, positionFinder, problemOf, type Rules } from "./problem.ts";

interface CheckedText {
  /** Without byte order mark, with LF line ends. Undefined if there is no text to go on with. */
  text: string | undefined;
  problems: Problem[];
}

/** In bytes; 1 MB is some 150,000 English words. */
const maximumSize = 1_000_000;

/** Texts to be read in place of what stands on the disk, by path from the project's root. */
export type UnsavedTexts = ReadonlyMap<string, string>;

/**
 * Reads a text that an editor wrote.
 *
 * @param path from `root`, with forward slashes
 * @returns with a hash that is the same for the same bytes alone
 * @throws if the file cannot be read
 */
export function readTextFile(
  root: string,
  path: string,
  unsaved?: UnsavedTexts,
): CheckedText & { hash: string } {
  const text = unsaved?.get(path);
  const known = text === undefined ? undefined : Buffer.from(text);
  // A promise for each takes five times as long as the reading itself, and nothing else waits.
  const size = known?.length ?? statSync(join(root, path)).size;
  if (size <= maximumSize) {
    const bytes = known ?? readFileSync(join(root, path));
    return { ...checkText(path, bytes), hash: sha256(bytes) };
  }
  const values = { size: (Math.ceil(size / 100_000) / 10).toFixed(1) };
  const problem = problemOf(textRules, "too-large", { path, line: 1, column: 1 }, values);
  return { ...refused(problem), hash: sha256(`${size} bytes`) };
}

/**
 * The text in the bytes of a file that an editor wrote, and what is wrong with it as text: UTF-8,
 * with or without a byte order mark, any line ends. Its lines and columns are those that an editor
 * shows.
 */
export function checkText(path: string, bytes: Uint8Array): CheckedText {
  if (isUtf16(bytes)) {
    return refused(problemOf(textRules, "utf-16", { path, line: 1, column: 1 }, {}));
  }
  // The decoder drops the byte order mark.
  const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  if (!isUtf8(bytes)) {
    // What is no UTF-8 is decoded as �. One that was there before is an error as well.
    const place = { path, ...positionFinder(text)(text.indexOf("�")) };
    return refused(problemOf(textRules, "not-utf-8", place, {}));
  }
  const problems = checkCharacters(path, text);
  const conflicts = checkConflictMarkers(path, text);
  // Both versions of a conflict at once are neither YAML nor Markdown that anyone wrote; nor are
  // the letters of a picture.
  const sound = conflicts.length === 0 && !text.includes("\0");
  return { text: sound ? text : undefined, problems: [...problems, ...conflicts] };
}

function refused(problem: Problem): CheckedText {
  return { text: undefined, problems: [problem] };
}

/** By its byte order mark, or by the zero in each of the first two letters. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && b > 0 && c === 0 && d > 0) || (a > 0 && b === 0 && c > 0 && d === 0);
}

/** Of one file; a picture named `.md` has thousands. */
const maximumProblems = 20;

/**
 * Characters that nobody means to write: control characters but tab and line feed, Unicode's line
 * and paragraph separators, marks that reverse the direction of writing, a byte order mark within
 * the text, spaces without width, noncharacters, and � itself; and those that only look right:
 * radicals and ligatures as PDF files give them, and letters of one font, such as Word's bullet.
 */
export function checkCharacters(path: string, text: string): Problem[] {
  const wrong =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u180e\u200b\u2060\ue000-\uf8ff\u2e80-\u2fd5\ufb00-\ufb06\ufeff\ufffd\ufffe\uffff]|^[\u200c-\u200f]/gm;
  const problems: Problem[] = [];
  let position: ReturnType<typeof positionFinder> | undefined;
  for (const match of text.matchAll(wrong)) {
    if (problems.length === maximumProblems) break;
    position ??= positionFinder(text);
    const place = { path, ...position(match.index) };
    problems.push(wrongCharacter(match[0], place));
  }
  return problems;
}

function wrongCharacter(written: string, place: Place): Problem {
  if (written === "\ufffd") return problemOf(textRules, "lost-character", place, {});
  const code = `U+${written.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (/[\ue000-\uf8ff]/.test(written)) {
    return problemOf(textRules, "private-character", place, { code });
  }
  if (!/[\u2e80-\u2fd5\ufb00-\ufb06]/.test(written)) {
    return problemOf(textRules, "control-character", place, { code });
  }
  const better = written.normalize("NFKC");
  if (better === written) return problemOf(textRules, "radical", place, { written, code });
  return problemOf(textRules, "look-alike", place, { written, code, better });
}

/**
 * The lines that git writes around two versions it could not merge, wherever they stand. A line of =
 * alone stands below a heading.
 */
function checkConflictMarkers(path: string, text: string): Problem[] {
  const markers = /^(?:(<{7}|>{7}|\|{7})(?=[ \n]|$)|(={7})[ \t]*$)/gm;
  const problems: Problem[] = [];
  let position: ReturnType<typeof positionFinder> | undefined;
  const found = [...text.matchAll(markers)];
  if (!found.some(([, marker]) => marker)) return [];
  for (const match of found) {
    position ??= positionFinder(text);
    const place = { path, ...position(match.index) };
    const marker = match[1] ?? match[2] ?? "";
    problems.push(problemOf(textRules, "conflict-marker", place, { marker }));
  }
  return problems;
}

/** What can be wrong with any text that people write, before anything in it means something. */
export const textRules = {
  "too-large": {
    severity: "error",
    message: "the file has {size} MB, and 1 MB is the most a text may have",
    remedy: "divide it into several files, and keep pictures in `assets/photos/`",
    example: { size: "1.4" },
  },
  "utf-16": {
    severity: "error",
    message: "the file is saved as UTF-16, not as UTF-8",
    remedy: "open it in your editor and save it again with the encoding UTF-8",
    example: {},
  },
  "not-utf-8": {
    severity: "error",
    message: "the file is not UTF-8 text from here on",
    remedy: "open it in your editor with the encoding it was saved in, and save it again as UTF-8",
    example: {},
  },
  "control-character": {
    severity: "error",
    message: "an invisible character ({code}) stands here",
    remedy: "delete it and, if a letter is missing, type that again",
    example: { code: "U+0000" },
  },
  "lost-character": {
    severity: "error",
    message: "here stands �, in place of a character that was lost when the text was converted",
    remedy: "type the right character in its place",
    example: {},
  },
  "look-alike": {
    severity: "warning",
    message: "here stands `{written}` ({code}), which only looks like `{better}`",
    remedy: "write `{better}`",
    example: { written: "\u2f08", code: "U+2F08", better: "人" },
  },
  radical: {
    severity: "warning",
    message: "here stands `{written}` ({code}), which is a part of a character and no whole one",
    remedy: "type the whole character that it looks like",
    example: { written: "\u2e81", code: "U+2E81" },
  },
  "private-character": {
    severity: "warning",
    message:
      "here stands a sign of one font ({code}), such as Word's bullet, which others show as a box",
    remedy: "type the ordinary sign in its place, such as `- ` for an item of a list, or delete it",
    example: { code: "U+F0B7" },
  },
  "conflict-marker": {
    severity: "error",
    message: "here stands `{marker}`, left over from two versions that could not be merged",
    remedy:
      "keep the version that is right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
    example: { marker: "<<<<<<<" },
  },
} as const satisfies Rules;
