import { excerpt } from "../lib/excerpt.ts";
import type { RuleValues } from "../lib/rule.ts";
import type { MarkdownRuleName, markdownRules } from "./markdown-rules.ts";

/** A rule that was broken, and the words of the case; where, the caller knows. */
export interface Finding {
  rule: MarkdownRuleName;
  values: Readonly<Record<string, string>>;
}

/** More of a quotation than this does not help to find the place. */
const longest = 80;

/** A finding; the types ask for the words that the rule needs. Long ones are shortened. */
export function finding<N extends MarkdownRuleName>(
  rule: N,
  words: RuleValues<(typeof markdownRules)[N]>,
): Finding {
  const values: Record<string, string> = {};
  for (const [name, word] of Object.entries<string | number>(words)) {
    values[name] = excerpt(String(word), longest);
  }
  return { rule, values };
}
