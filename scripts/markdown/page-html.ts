import type { Env, MarkdownIt, Token } from "markdown-it";
import { footnoteOf } from "./footnotes.ts";
import { imagePlace, optionsOf, plainText } from "./grammar.ts";
import { linkKind } from "./link-targets.ts";
import type { Hole, HtmlText } from "./render.ts";
import { typeset } from "./typography.ts";

/** Stands in HTML where a hole is: no text has it, https://spec.commonmark.org/0.31.2/#insecure-characters */
const mark = "\0";

/**
 * The HTML of a text that was parsed. Its tokens are changed and of no use after that.
 *
 * @param md has the plugin {@link pageHtml}
 * @param env of the parse
 */
export function htmlOf(tokens: Token[], md: MarkdownIt, env: Env): HtmlText {
  const holes: Hole[] = [];
  const [first = "", ...others] = md.renderer
    .render(tokens, md.options, { ...env, holes })
    .split(mark);
  const parts = others.flatMap((text, index) => [holes[index] ?? "", text]);
  return [first, ...parts].filter((part) => part !== "");
}

/** Leaves a hole in the HTML. */
function hole(env: Env = {}, left: Hole): string {
  (env.holes as Hole[]).push(left);
  return mark;
}

/** Plugin: the HTML of the pages and feeds, see {@link htmlOf}. */
export function pageHtml(md: MarkdownIt): void {
  md.use(linksAndPhotographs);
  md.use(scrollingBlocks);
  md.use(markedBlockHtml);
  md.use(numberedListHtml);
  md.use(footnoteHtml);
}

function linksAndPhotographs(md: MarkdownIt): void {
  const { rules } = md.renderer;

  rules.link_open = (tokens, index, options, env, renderer) => {
    const link = tokens[index];
    // Around a photograph, which leads there itself.
    if (!link || link.hidden) return "";
    const href = String(link.attrGet("href"));
    link.attrSet("href", hole(env, { link: href }));
    const end = tokens.slice(index).find(({ type }) => type === "link_close");
    if (end && ["relative", "site"].includes(linkKind(href))) end.meta = { href };
    // Printed pages name the address behind every other link.
    if (link.info === "auto") link.attrSet("class", "bare");
    return renderer.renderToken(tokens, index, options);
  };

  rules.link_close = (tokens, index, options, env, renderer) => {
    const href = tokens[index]?.meta?.href;
    const after = typeof href === "string" ? hole(env, { afterLink: href }) : "";
    return after + renderer.renderToken(tokens, index, options);
  };

  rules.image = (tokens, index, _options, env = {}) => {
    const image = tokens[index];
    if (image === undefined) return "";
    const { inPair, first, link, film } = imagePlace(image);
    const { language } = optionsOf(env);
    const title = image.attrGet("title")?.toString();
    const photograph = {
      written: String(image.attrGet("src")),
      alt: plainText(image.children ?? []),
      first,
      inPair,
      caption: title && typeset(title, language),
      link,
      film: film && { ...film, title: typeset(film.title, language) },
    };
    return hole(env, { photograph });
  };
}

/**
 * Plugin: code blocks and tables that are wider than the window scroll by themselves, and can be
 * reached and scrolled with the keyboard (WCAG 2.1.1). A table stands in a labelled group: not a
 * region, because several regions of one name on a page confuse screen readers' landmark lists.
 * Column alignment becomes a class, because the site's policy allows no `style=`.
 */
function scrollingBlocks(md: MarkdownIt): void {
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
    const label = hole(env, { label: "table" });
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

/**
 * Plugin: the HTML of callouts, tasks and quotations with a source. A box is a sign and no field of a
 * form, which feed readers would leave out, and where nobody can tick anything.
 */
function markedBlockHtml(md: MarkdownIt): void {
  const { rules } = md.renderer;

  rules.callout_open = (tokens, index, _options, env) => {
    const kind = String(tokens[index]?.meta?.kind);
    const title = hole(env, { label: `callouts.${kind}` });
    return `<div class="callout callout-${kind}" role="note">\n<p class="callout-title">${title}</p>\n`;
  };
  rules.task_box = (tokens, index, _options, env) => {
    const [state, sign] = tokens[index]?.meta?.done ? ["done", "☑"] : ["open", "☐"];
    const words = hole(env, { label: `tasks.${state}` });
    return `<span class="task-box task-${state}" role="img" aria-label="${words}">${sign}</span> `;
  };
  rules.quotation_open = () => '<figure class="quotation">\n';
  rules.quotation_close = () => "</figure>\n";
  rules.source_open = (_tokens, _index, _options, env = {}) =>
    `<figcaption>${optionsOf(env).language === "zh" ? "——" : "— "}`;
  rules.source_close = () => "</figcaption>\n";
}

/** Plugin: a numbered list whose numbers need more room than one digit has a class that says how much. */
function numberedListHtml(md: MarkdownIt): void {
  md.renderer.rules.ordered_list_open = (tokens, index, options, _env, renderer) => {
    const list = tokens[index];
    const level = list?.level ?? 0;
    let last = Number(list?.attrGet("start") ?? 1) - 1;
    for (let at = index + 1; (tokens[at]?.level ?? 0) > level; at++) {
      if (tokens[at]?.type === "list_item_open" && tokens[at]?.level === level + 1) last++;
    }
    const room = roomFor(last);
    if (room) list?.attrSet("class", room);
    return renderer.renderToken(tokens, index, options);
  };
}

/** The class of a list that counts up to a number: for as many digits, or a few more. */
function roomFor(last: number): string {
  const digits = String(last).length;
  return digits === 1 ? "" : `numbers-${[2, 4].find((room) => digits <= room) ?? 9}`;
}

/**
 * Plugin: the HTML of footnotes. The roles are those of
 * https://www.w3.org/TR/dpub-aria-1.1/; ids have an underscore, which no heading's has.
 */
function footnoteHtml(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const link = (
    to: string,
    attributes: string,
    words: string,
    number: string,
    env: Env | undefined,
  ) => {
    const href = hole(env, { link: `#${to}` });
    const label = hole(env, { label: `footnotes.${words}`, values: { number } });
    return `<a href="${href}" ${attributes} aria-label="${label}">`;
  };

  rules.footnote_ref = (tokens, index, _options, env) => {
    const { label, number, count } = footnoteOf(tokens[index]);
    if (number === undefined) return md.utils.escapeHtml(`[^${label}]`);
    const id = `id="${referenceId(number, count)}" role="doc-noteref"`;
    const open = link(`note_${number}`, id, "reference", String(number), env);
    return `<sup class="footnote-ref">${open}${number}</a></sup>`;
  };
  rules.footnotes_open = (tokens, _index, _options, env) => {
    const label = hole(env, { label: "footnotes.title" });
    const room = roomFor(tokens.filter(({ type }) => type === "footnote_open").length);
    const list = room ? `<ol class="${room}">` : "<ol>";
    return `<section class="footnotes" role="doc-endnotes" aria-label="${label}">\n${list}\n`;
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
