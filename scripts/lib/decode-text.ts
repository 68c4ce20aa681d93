import { invalidUtf8Offset } from "./invalid-utf8-offset.ts";
import { positionFinder } from "./position-finder.ts";
import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { textRules } from "./text-rules.ts";

export type DecodedText = { text: string } | { problem: Problem };

/**
 * The text in the bytes of a file: UTF-8, with or without a byte order mark, any line ends. The
 * text has no mark and LF line ends; its lines and columns are those that an editor shows.
 */
export function decodeText(path: string, bytes: Uint8Array): DecodedText {
  if (isUtf16(bytes)) {
    return { problem: problemOf(textRules, "utf-16", { path, line: 1, column: 1 }, {}) };
  }
  const invalid = invalidUtf8Offset(bytes);
  const text = normalise(bytes.subarray(0, invalid === -1 ? undefined : invalid));
  if (invalid === -1) return { text };
  const place = { path, ...positionFinder(text)(text.length) };
  return { problem: problemOf(textRules, "not-utf-8", place, {}) };
}

function normalise(bytes: Uint8Array): string {
  // The decoder drops the byte order mark.
  return new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
}

/** By its byte order mark, or by the zero in each of the first two letters. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && b > 0 && c === 0 && d > 0) || (a > 0 && b === 0 && c > 0 && d === 0);
}
