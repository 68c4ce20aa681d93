import type { Rules } from "../lib/rule.ts";

const message = "`{written}` is HTML, which is not used in these texts";

/** HTML in Markdown, by what the editor wanted with it. */
export const htmlRules = {
  "html-line-break": {
    severity: "error",
    message,
    remedy:
      "leave an empty line for a new paragraph, or end the line with a backslash for a new line",
    example: { written: "<br>" },
  },
  "html-bold": {
    severity: "error",
    message,
    remedy: "write `**bold**` with two asterisks on each side",
    example: { written: "<b>" },
  },
  "html-italic": {
    severity: "error",
    message,
    remedy: "write `*emphasis*` with one asterisk on each side",
    example: { written: "<i>" },
  },
  "html-struck": {
    severity: "error",
    message,
    remedy: "write `~~struck out~~` with two tildes on each side",
    example: { written: "<del>" },
  },
  "html-picture": {
    severity: "error",
    message,
    remedy: "write `![what it shows](path)` in a paragraph of its own",
    example: { written: '<img src="docks.jpg">' },
  },
  "html-link": {
    severity: "error",
    message,
    remedy: "write `[text](address)`",
    example: { written: '<a href="about.html">' },
  },
  "html-heading": {
    severity: "error",
    message,
    remedy: "write `##` and a space before the heading",
    example: { written: "<h2>" },
  },
  "html-list": {
    severity: "error",
    message,
    remedy: "begin each item on a line of its own with `- ` or `1. `",
    example: { written: "<ul>" },
  },
  "html-table": {
    severity: "error",
    message,
    remedy: "write the table with `|` between the columns and a line of `---|---` below the first",
    example: { written: "<table>" },
  },
  "html-code": {
    severity: "error",
    message,
    remedy: "put backticks around it, or a line of ``` above and below",
    example: { written: "<code>" },
  },
  "html-quotation": {
    severity: "error",
    message,
    remedy: "begin each line of the quotation with `> `",
    example: { written: "<blockquote>" },
  },
  "html-line": {
    severity: "error",
    message,
    remedy: "write `---` on a line of its own, with an empty line above",
    example: { written: "<hr>" },
  },
  "html-layout": {
    severity: "error",
    message,
    remedy: "take it out and keep the text: how the text looks is the design's task",
    example: { written: '<div class="box">' },
  },
  "html-embedded": {
    severity: "error",
    message: "`{written}` would show something of another site, which these pages never do",
    remedy: "take it out and write a link to it: `[text](https://…)`",
    example: { written: "<iframe>" },
  },
  "html-script": {
    severity: "error",
    message: "`{written}` would add a program or a style to the page, which texts cannot do",
    remedy: "take it out",
    example: { written: "<script>" },
  },
  "html-comment": {
    severity: "error",
    message: "`{written}` begins a hidden remark, which would be shown to everyone",
    remedy: "take the remark out, up to its `-->`",
    example: { written: "<!--" },
  },
  "html-other": {
    severity: "error",
    message,
    remedy: "take it out, or write `\\<` for a `<` that readers should see",
    example: { written: "<name>" },
  },
} as const satisfies Rules;
