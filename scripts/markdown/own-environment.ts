import type { MarkdownIt } from "markdown-it";
import { markdownEnv } from "./markdown-env.ts";

/**
 * Plugin: the first step of every parse.
 *
 * markdown-it keeps link references in the `env` it is given, which is Eleventy's page data:
 * a second rendering of the same page would find what the first one left. Each parse therefore
 * writes into an object of its own, through which the page's data can still be read.
 *
 * The typographer (quotes, dashes, dots) is for English; Chinese text has its punctuation already.
 * Its rules read a switch on the instance; a parse is synchronous, so no other text sees it.
 */
export function ownEnvironment(md: MarkdownIt): void {
  md.core.ruler.before("normalize", "own_environment", (state) => {
    const page = markdownEnv(state.env);
    state.env = Object.create(page);
    md.options.typographer = page.entry.language === "en";
  });
}
