import type { MarkdownIt } from "markdown-it";
import { footnoteOf } from "./footnotes.ts";
import { type MarkdownEnv, markdownEnv } from "./grammar.ts";

/** What blocks ask the rest of the build for. */
export interface BlockHooks {
  /** The address for the page of a link target as written. */
  resolveLink: (href: string, env: MarkdownEnv) => string;
  /** Words of the interface in the page's language, by their path: `footnotes.title`. */
  label: (path: string, env: MarkdownEnv, values?: Readonly<Record<string, string>>) => string;
}

/**
 * Plugin: the HTML of callouts, tasks and quotations with a source. A box is a sign and no field of a
 * form, which feed readers would leave out, and where nobody can tick anything.
 */
export function markedBlockHtml(md: MarkdownIt, { label }: BlockHooks): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;

  rules.callout_open = (tokens, index, _options, env) => {
    const kind = String(tokens[index]?.meta?.kind);
    const title = escapeHtml(label(`callouts.${kind}`, markdownEnv(env)));
    return `<div class="callout callout-${kind}" role="note">\n<p class="callout-title">${title}</p>\n`;
  };
  rules.task_box = (tokens, index, _options, env) => {
    const [state, sign] = tokens[index]?.meta?.done ? ["done", "☑"] : ["open", "☐"];
    const words = escapeHtml(label(`tasks.${state}`, markdownEnv(env)));
    return `<span class="task-box task-${state}" role="img" aria-label="${words}">${sign}</span> `;
  };
  rules.quotation_open = () => '<figure class="quotation">\n';
  rules.quotation_close = () => "</figure>\n";
  rules.source_open = (_tokens, _index, _options, env) =>
    `<figcaption>${markdownEnv(env).entry.language === "zh" ? "——" : "— "}`;
  rules.source_close = () => "</figcaption>\n";
}

/**
 * Plugin: the HTML of footnotes. The roles are those of
 * https://www.w3.org/TR/dpub-aria-1.1/; ids have an underscore, which no heading's has.
 */
export function footnoteHtml(md: MarkdownIt, hooks: BlockHooks): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  const link = (to: string, attributes: string, words: string, number: string, env: unknown) => {
    const page = markdownEnv(env);
    const label = hooks.label(`footnotes.${words}`, page, { number });
    return `<a href="${escapeHtml(hooks.resolveLink(`#${to}`, page))}" ${attributes} aria-label="${escapeHtml(label)}">`;
  };

  rules.footnote_ref = (tokens, index, _options, env) => {
    const { label, number, count } = footnoteOf(tokens[index]);
    if (number === undefined) return escapeHtml(`[^${label}]`);
    const id = `id="${referenceId(number, count)}" role="doc-noteref"`;
    const open = link(`note_${number}`, id, "reference", String(number), env);
    return `<sup class="footnote-ref">${open}${number}</a></sup>`;
  };
  rules.footnotes_open = (_tokens, _index, _options, env) => {
    const label = escapeHtml(hooks.label("footnotes.title", markdownEnv(env)));
    return `<section class="footnotes" role="doc-endnotes" aria-label="${label}">\n<ol>\n`;
  };
  rules.footnotes_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index) => `<li id="note_${footnoteOf(tokens[index]).number}">`;
  rules.footnote_back = (tokens, index, _options, env) => {
    const { number = 0, count } = footnoteOf(tokens[index]);
    const ways = Array.from({ length: count }, (_, way) => {
      const name = count === 1 ? `${number}` : `${number}-${way + 1}`;
      const role = 'class="footnote-back" role="doc-backlink"';
      return ` ${link(referenceId(number, way + 1), role, "back", name, env)}↑${count === 1 ? "" : way + 1}</a>`;
    });
    return ways.join("");
  };
}

function referenceId(number: number, count: number): string {
  return `ref_${number}-${count}`;
}
