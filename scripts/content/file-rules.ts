import type { Rules } from "../lib/rule.ts";

/** What can be wrong with a content file before anything in it means something. */
export const fileRules = {
  "file-name": {
    severity: "error",
    message:
      "the name `{name}` has other characters than lower-case letters a–z, digits and hyphens",
    remedy: "rename the file to `{suggestion}`",
    example: { name: "Culture Day.md", suggestion: "culture-day.md" },
  },
  "file-name-letters": {
    severity: "error",
    message: "the name `{name}` has no letters a–z or digits to make an address of",
    remedy:
      "give the file the name of its English page, or a short English one such as `port-of-shanghai.md`",
    example: { name: "上海港.md" },
  },
  "file-misplaced": {
    severity: "error",
    message: "a Markdown file here becomes no page",
    remedy: "move it to {suggestion}",
    example: { suggestion: "`content/en/news/culture-day.md`" },
  },
  "file-stray": {
    severity: "error",
    message: "`{name}` is not a Markdown file, and nothing reads it here",
    remedy: "{advice}",
    example: { name: "river.jpg", advice: "move photographs to `assets/photos/`" },
  },
  "same-address": {
    severity: "error",
    message: "this page would have the address `{address}`, which {other} has already",
    remedy: "rename or delete one of the two files",
    example: { address: "/news/", other: "content/en/news.md" },
  },
  "link-out": {
    severity: "error",
    message: "this file is a symbolic link that leads out of `content/`",
    remedy: "put a copy of the file itself here",
    example: {},
  },
  "link-broken": {
    severity: "error",
    message: "this is a symbolic link that does not lead to a file",
    remedy: "delete it, or put the file itself here",
    example: {},
  },
  "not-a-file": {
    severity: "error",
    message: "this is neither a file nor a folder",
    remedy: "delete it",
    example: {},
  },
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
  "page-missing": {
    severity: "error",
    message: "the page `{page}` is missing, and the site cannot be without it",
    remedy: "create this file, or give it back its name",
    example: { page: "news/index" },
  },
  "alias-taken": {
    severity: "error",
    message: "`{alias}` is the address of {other}",
    remedy: "delete this alias, or write the old address that you meant",
    example: { alias: "/about/", other: "content/en/about.md" },
  },
  "alias-twice": {
    severity: "error",
    message: "`{alias}` is already an alias in {other}",
    remedy: "keep it in the one file that it should lead to",
    example: { alias: "/old/", other: "content/en/about.md" },
  },
} as const satisfies Rules;
