import {
  excerpt,
  type Place,
  type Problem,
  problemOf,
  type Rules,
  type RuleValues,
  type TextPosition,
} from "../problems/problem.ts";
import { htmlRules } from "./html-rules.ts";
import { brokenLinkRules, linkRules } from "./link-rules.ts";
import { netRules } from "./net-rules.ts";

/** Headings, pictures, code and what else makes up a text. */
export const blockRules = {
  "heading-first-level": {
    severity: "error",
    message: "the heading `# {text}` has one #, which is for the title of the page",
    remedy: "write `## {text}`",
    example: { text: "The docks" },
  },
  "heading-underlined": {
    severity: "error",
    message: "the line of = below `{text}` makes it a heading like the title of the page",
    remedy: "write `## {text}` and delete the line of =",
    example: { text: "The docks" },
  },
  "heading-first": {
    severity: "error",
    message: "the first heading is `{marks} {text}`, and a text begins with ##",
    remedy: "write `## {text}`",
    example: { text: "The docks", marks: "###" },
  },
  "heading-skipped": {
    severity: "error",
    message: "the heading `{marks} {text}` follows one with {before}",
    remedy: "write `{next} {text}`",
    example: { text: "The docks", marks: "####", before: "##", next: "###" },
  },
  "heading-empty": {
    severity: "error",
    message: "this heading has no text",
    remedy: "write its text after `{marks} `, or delete the line",
    example: { marks: "##" },
  },
  "heading-no-space": {
    severity: "error",
    message: "`{written}` is no heading, because no ordinary space follows its #",
    remedy: "write `{marks} {text}`",
    example: { written: "##The docks", marks: "##", text: "The docks" },
  },
  "heading-wide-mark": {
    severity: "error",
    message: "`{written}` is no heading, because of the full-width ＃",
    remedy: "write `{marks} {text}`, with the # of an English keyboard",
    example: { written: "＃＃ 码头", marks: "##", text: "码头" },
  },
  "heading-id-characters": {
    severity: "error",
    message: "the id `{id}` of this heading has other signs than letters, digits and hyphens",
    remedy: "write `{better}`",
    example: { id: "the docks", better: "{#the-docks}" },
  },
  "heading-id-taken": {
    severity: "error",
    message: "the id `{id}` of this heading is taken already on this page",
    remedy: "write another one, such as `{better}`",
    example: { id: "docks", better: "{#docks-2}" },
  },
  "heading-in-short-text": {
    severity: "error",
    message: "the heading `{text}` stands in a short text, which has no room for one",
    remedy: "take it out; a short text has paragraphs, lists and links",
    example: { text: "The docks" },
  },
  "picture-in-text": {
    severity: "error",
    message: "the picture `{written}` shares its paragraph with something other than pictures",
    remedy:
      "put the picture in a paragraph of its own or of pictures alone, outside of any table, with an empty line above and below",
    example: { written: "../../assets/photos/docks.jpg" },
  },
  "picture-in-short-text": {
    severity: "error",
    message: "the picture `{written}` stands in a short text, which has no room for one",
    remedy: "take it out; the key `photo` names the picture that is shown",
    example: { written: "../../assets/photos/docks.jpg" },
  },
  "code-unclosed": {
    severity: "error",
    message: "the code that begins here has no end, so that all that follows is shown as code",
    remedy: "put a line of {marks} where the code ends",
    example: { marks: "```" },
  },
  "table-surplus-cell": {
    severity: "error",
    message: "this cell has no column in the first row of its table, so that it would be lost",
    remedy: "add the column to the first two rows, or write `\\|` for a | that is no border",
    example: {},
  },
  "nested-too-deep": {
    severity: "error",
    message: "lists and quotations stand so deep in each other here that the rest would be lost",
    remedy: "take some of them apart",
    example: {},
  },
} as const satisfies Rules;

/** Footnotes and callouts. */
export const noteRules = {
  "footnote-missing": {
    severity: "error",
    message: "`[^{label}]` is shown as typed, because no footnote has this name",
    remedy:
      "write the footnote on a line of its own, `[^{label}]: Source`, or write `\\[^{label}]`",
    example: { label: "1" },
  },
  "footnote-unused": {
    severity: "error",
    message: "nothing refers to the footnote `[^{label}]`, so that it would be lost",
    remedy: "write `[^{label}]` in the text where it belongs, or delete the footnote",
    example: { label: "1" },
  },
  "footnote-again": {
    severity: "error",
    message: "another footnote has the name `[^{label}]` already, so that this one would be lost",
    remedy: "give one of the two another name, both here and in the text",
    example: { label: "1" },
  },
  "footnote-empty": {
    severity: "error",
    message: "the footnote `[^{label}]` has no text",
    remedy: "write it on the same line, behind `[^{label}]: `",
    example: { label: "1" },
  },
  "footnote-inside": {
    severity: "error",
    message: "`[^{label}]` stands between the [ and ] of a link or a picture",
    remedy: "put it behind the link or the picture",
    example: { label: "1" },
  },
  "footnote-in-short-text": {
    severity: "error",
    message: "a footnote stands in a short text, which has no room for one",
    remedy: "take it out; a short text has paragraphs, lists and links",
    example: {},
  },
  "callout-kind": {
    severity: "error",
    message: "`[!{kind}]` is shown as typed, because there is no such kind of callout",
    remedy: "write `[!{nearest}]`; the kinds are NOTE, TIP, IMPORTANT, WARNING and CAUTION",
    example: { kind: "NOET", nearest: "NOTE" },
  },
  "callout-outside": {
    severity: "error",
    message: "`[!{kind}]` is shown as typed, because it does not begin a quotation",
    remedy: "write `> [!{kind}]`, and `> ` before each further line of the callout",
    example: { kind: "NOTE" },
  },
} as const satisfies Rules;

/** Every rule about Markdown. */
export const markdownRules = {
  ...blockRules,
  ...noteRules,
  ...linkRules,
  ...brokenLinkRules,
  ...htmlRules,
  ...netRules,
} as const;

/** A rule that was broken, and the words of the case. */
export interface Fault {
  rule: keyof typeof markdownRules;
  values: Readonly<Record<string, string>>;
}

/** A fault at its place in the text that was read. */
export interface PlacedFault extends Fault, TextPosition {}

/** A fault; the types ask for the words that the rule needs. */
export function fault<N extends keyof typeof markdownRules>(
  rule: N,
  words: RuleValues<(typeof markdownRules)[N]>,
): Fault {
  const values = Object.entries<string | number>(words).map(([name, word]) => [name, `${word}`]);
  return { rule, values: Object.fromEntries(values) };
}

/** More of a quotation than this does not help to find the place. */
export const longestQuotation = 80;
/** Remedies are copied: only what no editor wrote is longer. */
const longestRemedy = 2000;

/** The problem that a fault is at a place; what it quotes is shortened, what is to be written is not. */
export function problemOfFault({ rule, values }: Fault, place: Place): Problem {
  const cut = (longest: number) => {
    const words = Object.entries(values).map(([name, word]) => [name, excerpt(word, longest)]);
    return problemOf<Rules, string>(markdownRules, rule, place, Object.fromEntries(words));
  };
  return { ...cut(longestRemedy), message: cut(longestQuotation).message };
}
