import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import { createGrammar, type GrammarOptions } from "./create-grammar.ts";
import { linkKind } from "./link-kind.ts";
import { type MarkdownEnv, markdownEnv } from "./markdown-env.ts";
import { imagePlace } from "./photographs.ts";
import { plainText } from "./plain-text.ts";
import { scrollingBlocks } from "./scrolling-blocks.ts";

/** A photograph as the editor wrote it. */
export interface PhotographUse {
  /** The path as written, from the Markdown file: `../../assets/photos/huangpu-river.jpg`. */
  written: string;
  /** Alt text, empty when none is written. */
  alt: string;
  title: string | undefined;
  /** The first photograph of the page, the one to load at once. */
  first: boolean;
}

/** What Markdown asks the rest of the build for. */
export interface MarkdownHooks {
  /** The address for the page of a link target as written. */
  resolveLink: (href: string, env: MarkdownEnv) => string;
  /** The HTML of a photograph: a block, such as `<figure>`. */
  renderPhotograph: (use: PhotographUse, env: MarkdownEnv) => string;
  /** What a screen reader calls a table that scrolls sideways, in the page's language. */
  tableLabel: (env: MarkdownEnv) => string;
}

/**
 * What Markdown means on this site, for Eleventy's `setLibrary("md", …)`.
 * Render with `{ entry }`, see {@link MarkdownEnv}; throws a TypeError without it.
 * Raw HTML is shown as typed, and so is a link to anything but a page, http(s), mailto or tel.
 */
export function createMarkdown(hooks: MarkdownHooks, options: GrammarOptions): Parser {
  const md = createGrammar(options);
  const encode = new MarkdownIt();
  md.validateLink = (href) => linkKind(href) !== "unsafe";
  md.use(scrollingBlocks, hooks.tableLabel);

  md.renderer.rules.link_open = (tokens, index, rendererOptions, env, renderer) => {
    const written = String(tokens[index]?.attrGet("href"));
    const address = hooks.resolveLink(written, markdownEnv(env));
    tokens[index]?.attrSet("href", encode.normalizeLink(address));
    return renderer.renderToken(tokens, index, rendererOptions);
  };

  md.renderer.rules.image = (tokens, index, _options, env) => {
    const image = tokens[index];
    if (image === undefined) return "";
    const use: PhotographUse = {
      written: String(image.attrGet("src")),
      alt: plainText(image.children ?? []),
      title: image.attrGet("title")?.toString(),
      first: imagePlace(image).first,
    };
    return hooks.renderPhotograph(use, markdownEnv(env));
  };
  return md;
}
