import type { Rules } from "../problems/problem.ts";

/** A rule about HTML: what to write in place of what was `written`. */
const html = <Remedy extends string>(remedy: Remedy, written: string) => ({
  severity: "error" as const,
  message: "`{written}` is HTML, which is not used in these texts" as const,
  remedy,
  example: { written },
});

/** HTML in Markdown, by what the editor wanted with it. */
export const htmlRules = {
  "html-line-break": html(
    "leave an empty line for a new paragraph, or end the line with a backslash for a new line",
    "<br>",
  ),
  "html-bold": html("write `**bold**` with two asterisks on each side", "<b>"),
  "html-italic": html("write `*emphasis*` with one asterisk on each side", "<i>"),
  "html-struck": html("write `~~struck out~~` with two tildes on each side", "<del>"),
  "html-picture": html(
    "write `![what it shows](path)` in a paragraph of its own",
    '<img src="docks.jpg">',
  ),
  "html-link": html("write `[text](address)`", '<a href="about.html">'),
  "html-heading": html("write `##` and a space before the heading", "<h2>"),
  "html-list": html("begin each item on a line of its own with `- ` or `1. `", "<ul>"),
  "html-table": html(
    "write the table with `|` between the columns and a line of `---|---` below the first",
    "<table>",
  ),
  "html-code": html("put backticks around it, or a line of ``` above and below", "<code>"),
  "html-quotation": html("begin each line of the quotation with `> `", "<blockquote>"),
  "html-line": html("write `---` on a line of its own, with an empty line above", "<hr>"),
  "html-layout": html(
    "take it out and keep the text: how the text looks is the design's task",
    '<div class="box">',
  ),
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
  "html-other": html("take it out, or write `\\<` for a `<` that readers should see", "<name>"),
} as const satisfies Rules;
