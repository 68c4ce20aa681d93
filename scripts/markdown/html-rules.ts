import type { Rules } from "../problems/problem.ts";

/** A rule about HTML: what to write in place of what was `written`. */
const html = <Remedy extends string, Values extends Record<string, string>>(
  remedy: Remedy,
  example: Values,
) => ({
  severity: "error" as const,
  message: "`{written}` is HTML, which is not used in these texts" as const,
  remedy,
  example,
});

/** HTML in Markdown, by what is to be done with it. */
export const htmlRules = {
  "html-words": html("write `{better}`", { written: "<b>docks</b>", better: "**docks**" }),
  "html-line": html("write `{better}` on a line of its own, with an empty line above and below", {
    written: "<h3>Docks</h3>",
    better: "### Docks",
  }),
  "html-beginning": html("begin a new line with `{better}` in its place", {
    written: "<li>",
    better: "- ",
  }),
  "html-line-break": html(
    "write a backslash in its place and begin a new line, or leave an empty line for a new paragraph",
    { written: "<br>" },
  ),
  "html-paragraph": html("leave an empty line in its place", { written: "<p>" }),
  "html-tag": html("take it out, and leave the text as it is", { written: "</div>" }),
  "html-pair": html("take it and its `{closing}` out, and leave the text as it is", {
    written: '<div class="box">',
    closing: "</div>",
  }),
  "html-anchor": html(
    "take it out, and write ` {anchor}` at the end of the heading it stands for",
    {
      written: '<a id="docks"></a>',
      anchor: "{#docks}",
    },
  ),
  "html-picture": html("write `{better}` in a paragraph of its own, outside of any table", {
    written: '<img src="docks.jpg" alt="The docks">',
    better: "![The docks](docks.jpg)",
  }),
  "html-figure": html("write `{better}` in place of all that stands up to its `</figure>`", {
    written: "<figure>",
    better: '![Docks](docks.jpg "The docks")',
  }),
  "html-caption": html(
    'take it out with its words, and write them behind the path of the picture: `![…](… "{caption}")`',
    { written: "<figcaption>", caption: "The docks" },
  ),
  "html-quotation": html("take it out, and begin each line of the quotation with `> `", {
    written: "<blockquote>",
  }),
  "html-code": html("write a line of ``` in its place", { written: "<pre>" }),
  "html-table": html(
    "write each row as a line with `|` between its cells, and a line of `---|---` below the first",
    { written: "<table>" },
  ),
  "html-embedded": {
    severity: "error",
    message: "`{written}` would show something of another site, which these pages never do",
    remedy:
      'write a link to it in its place: `{better}`; a film can have a picture that leads there: `[![](picture)](address "Name, 3:42")`',
    example: {
      written: '<iframe src="https://example.org/film">',
      better: "<https://example.org/film>",
    },
  },
  "html-film": {
    severity: "error",
    message: "`{written}` would show a film or a recording, which these pages cannot hold",
    remedy:
      'put it on another site and write a link to it: `[text](https://…)`, or with a picture `[![](picture)](https://… "Name, 3:42")`; or take it out',
    example: { written: '<video src="docks.mp4">' },
  },
  "html-script": {
    severity: "error",
    message: "`{written}` would add a program, a style or a drawing, which texts cannot do",
    remedy: "take it out, with all that follows up to its `{closing}`",
    example: { written: "<script>", closing: "</script>" },
  },
  "html-comment": {
    severity: "error",
    message: "`{written}` begins a hidden remark, which would be shown to everyone",
    remedy: "take the remark out, up to its `-->`",
    example: { written: "<!--" },
  },
  "html-other": html("write `\\{written}` if readers should see it, else take it out", {
    written: "<name>",
  }),
} as const satisfies Rules;
