import { blockRules } from "./block-rules.ts";
import { brokenLinkRules } from "./broken-link-rules.ts";
import { htmlRules } from "./html-rules.ts";
import { linkRules } from "./link-rules.ts";

/** Every rule about Markdown, in the order of the handbook. */
export const markdownRules = {
  ...blockRules,
  ...linkRules,
  ...brokenLinkRules,
  ...htmlRules,
} as const;

/** The name of a rule about Markdown: `Problem.rule`. */
export type MarkdownRuleName = keyof typeof markdownRules;
