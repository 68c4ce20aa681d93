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
  "name-not-utf-8": {
    severity: "error",
    message: "the name of this file or folder is not UTF-8 text",
    remedy: "rename it with lower-case letters a–z, digits and hyphens",
    example: {},
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
  "page-missing": {
    severity: "error",
    message: "the page `{page}` is missing, and the site cannot be without it",
    remedy: "create this file, or give it back its name",
    example: { page: "news/index" },
  },
  "page-draft": {
    severity: "error",
    message: "the page `{page}` is a draft, and the site cannot be without it",
    remedy: "delete the line `draft: true`",
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
