import markdownIt, { type MarkdownIt, type Token } from "markdown-it";
import { type BlockHooks, footnoteHtml, markedBlockHtml } from "./block-html.ts";
import {
  createGrammar,
  type GrammarOptions,
  imagePlace,
  type MarkdownEnv,
  markdownEnv,
  plainText,
} from "./grammar.ts";
import { linkKind } from "./link-targets.ts";
import { typeset } from "./typography.ts";

/** A photograph as the editor wrote it. */
interface PhotographUse {
  /** The path as written, from the Markdown file: `../../assets/photos/huangpu-river.jpg`. */
  written: string;
  /** Alt text, empty when none is written. */
  alt: string;
  /** The first photograph of the page, the one to load at once. */
  first: boolean;
  /** Beside another one, and so half as wide. */
  inPair: boolean;
  /** What stands below it here, in place of the record's caption. */
  caption: string | undefined;
  /** The address that the picture leads to. */
  link: string | undefined;
}

/** What Markdown asks the rest of the build for. */
interface MarkdownHooks extends BlockHooks {
  /** The HTML of a photograph: a block, such as `<figure>`. */
  renderPhotograph: (use: PhotographUse, env: MarkdownEnv) => string;
}

/**
 * What Markdown means on this site, for Eleventy's `setLibrary("md", …)`.
 * Render with `{ entry }`, see {@link MarkdownEnv}; throws a TypeError without it.
 * Raw HTML is shown as typed, and so is a link to anything but a page, http(s), mailto or tel.
 */
export function createMarkdown(hooks: MarkdownHooks, options: GrammarOptions): MarkdownIt {
  const md = createGrammar(options);
  const encode = new markdownIt();
  md.validateLink = (href) => linkKind(href) !== "unsafe";
  md.use(scrollingBlocks, hooks);
  md.use(markedBlockHtml, hooks);
  md.use(footnoteHtml, hooks);

  const addressOf = (written: string, env: MarkdownEnv) =>
    encode.normalizeLink(hooks.resolveLink(written, env));
  md.renderer.rules.link_open = (tokens, index, rendererOptions, env, renderer) => {
    const written = String(tokens[index]?.attrGet("href"));
    tokens[index]?.attrSet("href", addressOf(written, markdownEnv(env)));
    // Printed pages name the address behind every other link.
    if (tokens[index]?.info === "auto") tokens[index].attrSet("class", "bare");
    return renderer.renderToken(tokens, index, rendererOptions);
  };

  md.renderer.rules.image = (tokens, index, _options, data) => {
    const image = tokens[index];
    if (image === undefined) return "";
    const env = markdownEnv(data);
    const { inPair, first, link } = imagePlace(image);
    const title = image.attrGet("title")?.toString();
    const use: PhotographUse = {
      written: String(image.attrGet("src")),
      alt: plainText(image.children ?? []),
      first,
      inPair,
      caption: title && typeset(title, env.entry.language),
      link: link === undefined ? undefined : addressOf(link, env),
    };
    return hooks.renderPhotograph(use, env);
  };
  return md;
}

/**
 * Plugin: code blocks and tables that are wider than the window scroll by themselves, and can be
 * reached and scrolled with the keyboard (WCAG 2.1.1). A table stands in a labelled group: not a
 * region, because several regions of one name on a page confuse screen readers' landmark lists.
 * Column alignment becomes a class, because the site's policy allows no `style=`.
 */
function scrollingBlocks(md: MarkdownIt, hooks: MarkdownHooks): void {
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
    const label = escapeHtml(hooks.label("table", markdownEnv(env)));
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
