import type { Rules } from "./rule.ts";

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
  "conflict-marker": {
    severity: "error",
    message: "here stands `{marker}`, left over from two versions that could not be merged",
    remedy:
      "keep the version that is right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
    example: { marker: "<<<<<<<" },
  },
} as const satisfies Rules;
