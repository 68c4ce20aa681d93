import type { Rules } from "../problems/problem.ts";

/** What was meant as Markdown and is none: its text is lost, or its signs are shown as typed. */
export const netRules = {
  "definition-unused": {
    severity: "error",
    message:
      "`{written}` is shown nowhere, because it says where a link `[{label}]` leads, and there is none",
    remedy: "write `\\[{label}]` to show it, or delete it",
    example: { written: "[Update]: cancelled", label: "Update" },
  },
  "definition-twice": {
    severity: "error",
    message: "it is said a second time here where `[{label}]` leads, and only the first counts",
    remedy: "delete this line, or give it and the links that are meant another name",
    example: { label: "map" },
  },
  "heading-of-paragraph": {
    severity: "error",
    message: "the `{marks}` below it makes a heading of the whole paragraph `{text}`",
    remedy: "{advice}",
    example: {
      text: "The docks were built in 1846 and are open daily.",
      marks: "---",
      advice: "put an empty line above `---`; a heading is one line that begins with `## `",
    },
  },
  "list-marks": {
    severity: "warning",
    message: "the lines from `{written}` on run together in one paragraph, because {reason}",
    remedy: "put an empty line above them, and write each like `{better}`",
    example: {
      written: "1、码头",
      reason: "no list begins with `1、`",
      better: "1. 码头",
    },
  },
  "list-number": {
    severity: "warning",
    message: "`{written}` is shown as `{shown}`, because a list counts on from its first number",
    remedy:
      "write `{better}` below an empty line for a number of its own, or number the list in order",
    example: { written: "2010.", shown: "2000.", better: "2010\\." },
  },
  "line-indented": {
    severity: "warning",
    message: "this line begins like a paragraph but runs on in the one above",
    remedy: "put an empty line above it",
    example: {},
  },
  "table-line": {
    severity: "warning",
    message: "this line becomes a row of the table above, because no empty line parts them",
    remedy: "put an empty line above it",
    example: {},
  },
  "table-no-dashes": {
    severity: "warning",
    message:
      "the lines from `{written}` on are no table, because no line of dashes follows the first",
    remedy: "put the line `{dashes}` below it",
    example: { written: "| Name | City |", dashes: "| --- | --- |" },
  },
  "table-wrong-dashes": {
    severity: "warning",
    message: "`{written}` makes no table, because it has not three `-` for each column above it",
    remedy: "write `{dashes}`",
    example: { written: "|———|———|", dashes: "| --- | --- |" },
  },
  "table-no-names": {
    severity: "warning",
    message:
      "`{written}` makes no table, because no row with the names of the columns stands above it",
    remedy: "put one there, or the empty row `{names}`",
    example: { written: "| --- | --- |", names: "| | |" },
  },
  "table-wide-marks": {
    severity: "warning",
    message: "the lines from `{written}` on are no table, because of the full-width ｜",
    remedy: "write each like `{better}`, with the | of an English keyboard",
    example: { written: "｜名称｜城市｜", better: "|名称|城市|" },
  },
  "emphasis-space": {
    severity: "warning",
    message: "`{written}` is shown as typed, because of the space inside its {marks}",
    remedy: "write `{better}`",
    example: { written: "** bold **", marks: "**", better: "**bold**" },
  },
  "emphasis-tight": {
    severity: "warning",
    message: "`{written}` is shown as typed, because a letter touches its {marks}",
    remedy: "write `{better}`",
    example: { written: "**Note:**t", marks: "**", better: "**Note:** t" },
  },
  "emphasis-unclosed": {
    severity: "warning",
    message: "`{written}` is shown as typed, because its paragraph has no second {marks}",
    remedy: "put {marks} where the emphasis begins and ends in each paragraph, or write `{better}`",
    example: { written: "**The", marks: "**", better: "\\*\\*The" },
  },
  "emphasis-within": {
    severity: "warning",
    message: "not all * of `{written}` are shown, because two of them make emphasis",
    remedy: "write `{better}` to show them",
    example: { written: "2*3*4", better: "2\\*3\\*4" },
  },
  "emphasis-wide-marks": {
    severity: "warning",
    message: "`{written}` is shown as typed, because of the full-width {marks}",
    remedy: "write `{better}`",
    example: { written: "＊＊重要＊＊", marks: "＊", better: "**重要**" },
  },
  "code-mark": {
    severity: "warning",
    message: "the `` {written} `` here is shown as typed, because its second one is missing",
    remedy: "put that where the code begins or ends, or write `` \\{written} `` to show it",
    example: { written: "`" },
  },
  "blank-line-full": {
    severity: "warning",
    message: "this line looks empty but holds an invisible space, so that it divides no paragraphs",
    remedy: "delete all that stands in it",
    example: {},
  },
  "code-indented": {
    severity: "warning",
    message:
      "what begins with `{written}` is an ordinary paragraph, because spaces before it make no code",
    remedy: "take the spaces away, or put a line of ``` above and below it for code",
    example: { written: "npm install" },
  },
  "foreign-markup": {
    severity: "warning",
    message:
      "`{written}` is shown as typed, because it is no Markdown but a sign of another program",
    remedy: "delete it, and write as Markdown what it stood for",
    example: { written: "{% include map.html %}" },
  },
  formula: {
    severity: "warning",
    message: "`{written}` is shown as typed, because formulas are not set",
    remedy: "write it in plain letters and signs, without the $",
    example: { written: "$x = 2$" },
  },
} as const satisfies Rules;
