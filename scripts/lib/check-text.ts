import { checkCharacters } from "./check-characters.ts";
import { checkConflictMarkers } from "./check-conflict-markers.ts";
import { decodeText } from "./decode-text.ts";
import type { Problem } from "./problem.ts";

export interface CheckedText {
  /** Without byte order mark, with LF line ends. Undefined if there is no text to go on with. */
  text: string | undefined;
  problems: Problem[];
}

/** The text in the bytes of a file that an editor wrote, and what is wrong with it as text. */
export function checkText(path: string, bytes: Uint8Array): CheckedText {
  const decoded = decodeText(path, bytes);
  if ("problem" in decoded) return { text: undefined, problems: [decoded.problem] };
  const { text } = decoded;
  const characters = checkCharacters(path, text);
  const conflicts = checkConflictMarkers(path, text);
  // Both versions of a conflict at once are neither YAML nor Markdown that anyone wrote; nor are
  // the letters of a picture.
  const sound = conflicts.length === 0 && !text.includes("\0");
  return { text: sound ? text : undefined, problems: [...characters, ...conflicts] };
}
