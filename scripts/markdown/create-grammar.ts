import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { hanLineBreaks } from "./han-line-breaks.ts";
import { headingIds } from "./heading-ids.ts";
import { ownEnvironment } from "./own-environment.ts";
import { photographs } from "./photographs.ts";

/** What pages and the check must agree on. */
export interface GrammarOptions {
  /** Ids that the layouts use and no heading may have. */
  reservedIds: readonly string[];
}

/**
 * What counts as a heading, a link, a picture on this site: one grammar, for the pages and for
 * the check, so that both see the same text. Link targets stay as the editor wrote them.
 */
export function createGrammar(options: GrammarOptions): Parser {
  const md = new MarkdownIt({ html: false, linkify: false, breaks: false, quotes: "“”‘’" });
  md.normalizeLink = (target) => target;
  // Eleventy switches indented code off in every library it is given; a paragraph
  // that begins with blanks, as in Chinese typing, is then a paragraph.
  md.disable("code");
  md.use(ownEnvironment);
  md.use(cjkFriendly);
  md.use(hanLineBreaks);
  md.use(photographs);
  md.use(headingIds, options.reservedIds);
  return md;
}
