import type { MarkdownIt } from "markdown-it";
import { plainText } from "./plain-text.ts";
import { slugify } from "./slugify.ts";
import { uniqueIds } from "./unique-ids.ts";

/**
 * Plugin: an id for every heading, from its text; unique in the text and never one of `reserved`,
 * the ids that the layouts use. The last step of a parse, after quotes and line breaks are settled.
 */
export function headingIds(md: MarkdownIt, reserved: readonly string[]): void {
  md.core.ruler.push("heading_ids", (state) => {
    const unique = uniqueIds(reserved);
    state.tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      token.attrSet("id", unique(slugify(plainText(state.tokens[index + 1]?.children ?? []))));
    });
  });
}
