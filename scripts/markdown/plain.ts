import { excerpt, type Place, type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { sampleLine } from "../problems/schema.ts";
import { createGrammar, plainText, type TextOptions } from "./grammar.ts";

const grammar = createGrammar();

/** Chinese, whose quotation marks and dashes the typographer leaves alone. */
const options: TextOptions = { language: "zh", reservedIds: [], photographAbove: false };

/** Tags and comments of HTML. */
const tags = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?>|<!--[^<>]*-->/gi;

/** Text that layouts show as it stands: a title, a summary, a caption. */
export interface PlainText {
  /** In words: `title`, or `screens.1.title`. */
  key: string;
  text: string;
  /** Asked for where something is wrong. */
  place: () => Place;
}

/** That a plain text has no Markdown and no HTML in it, which readers would see as typed. */
export function checkPlainText({ key, text, place }: PlainText): Problem[] {
  // What has none of these signs is plain; nearly all texts are.
  if (!/[*_`~^[<&\\]/.test(text)) return [];
  const [inline] = grammar.parseInline(text.replace(tags, ""), { options });
  const plain = plainText(inline?.children ?? []);
  if (plain === text || plain === "") return [];
  const line = sampleLine(key.replace(/^.*\./, ""), plain);
  return [problemOf(plainTextRules, "plain-text", place(), { key, found: excerpt(text), line })];
}

/** What can be wrong with a text that is shown as it stands. */
export const plainTextRules = {
  "plain-text": {
    severity: "warning",
    message: "`{key}` is plain text, and `{found}` would be shown with its marks",
    remedy: "write `{line}`",
    example: { key: "title", found: "*Queen Anne* arrives", line: "title: Queen Anne arrives" },
  },
} as const satisfies Rules;
