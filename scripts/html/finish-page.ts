import { minify } from "./minify.ts";
import { type PageOutline, pageOutline } from "./page-outline.ts";

/** A page as it is published, but for its styles. */
export interface FinishedPage {
  html: string;
  outline: PageOutline;
}

/**
 * Minifies a page, where that is wanted, and reads what the checks of the whole site need to know of it.
 *
 * @throws what the minifier throws at markup that it cannot parse
 */
export async function finishPage(html: string, minified = true): Promise<FinishedPage> {
  const finished = minified ? await minify(html) : html;
  return { html: finished, outline: pageOutline(finished) };
}
