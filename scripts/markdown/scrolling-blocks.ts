import type { MarkdownIt, Token } from "markdown-it";
import { type MarkdownEnv, markdownEnv } from "./markdown-env.ts";

/**
 * Plugin: code blocks and tables that are wider than the window scroll by themselves, and can be
 * reached and scrolled with the keyboard (WCAG 2.1.1). A table stands in a labelled group: not a
 * region, because several regions of one name on a page confuse screen readers' landmark lists.
 * Column alignment becomes a class, because the site's policy allows no `style=`.
 */
export function scrollingBlocks(md: MarkdownIt, tableLabel: (env: MarkdownEnv) => string): void {
  const { rules } = md.renderer;
  const { escapeHtml, unescapeAll } = md.utils;

  rules.fence = (tokens, index) => {
    const language = unescapeAll(tokens[index]?.info ?? "")
      .trim()
      .split(/\s/)[0];
    const attribute = language ? ` class="language-${escapeHtml(language)}"` : "";
    const code = escapeHtml(tokens[index]?.content ?? "");
    return `<pre tabindex="0"><code${attribute}>${code}</code></pre>\n`;
  };

  rules.table_open = (_tokens, _index, _options, env) => {
    const label = escapeHtml(tableLabel(markdownEnv(env)));
    return `<div class="table-scroll" role="group" tabindex="0" aria-label="${label}">\n<table>\n`;
  };
  rules.table_close = () => "</table>\n</div>\n";
  rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokens[index])}>`;
  rules.td_open = (tokens, index) => `<td${alignment(tokens[index])}>`;
}

function alignment(cell: Token | undefined): string {
  const side = /^text-align:(left|center|right)$/.exec(String(cell?.attrGet("style")))?.[1];
  return side === undefined ? "" : ` class="align-${side}"`;
}
