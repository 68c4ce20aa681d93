/** A place in a text: 1-based line, and 1-based column in UTF-16 code units. */
export interface TextPosition {
  line: number;
  column: number;
}

/** A place in a file; `path` from the project's root, with forward slashes. */
export interface Place extends TextPosition {
  path: string;
}
