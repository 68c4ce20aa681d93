import type { TextPosition } from "../lib/text-position.ts";

/** Where a Markdown text stands in its file. */
export interface TextStart {
  /** Its first character; its other lines begin at the same column. */
  start: TextPosition;
  /** Whether its lines are lines of the file: folded YAML and escapes are not. */
  aligned: boolean;
}

/** Where in the file a position in the text is; as near as its beginning where lines differ. */
export function placeInFile({ start, aligned }: TextStart, position: TextPosition): TextPosition {
  if (!aligned) return { line: start.line, column: start.column };
  return {
    line: start.line + position.line - 1,
    column: start.column + position.column - 1,
  };
}
