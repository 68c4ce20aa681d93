import { fold } from "../../../scripts/lib/folds.ts";
import type { Pagefind } from "./pagefind.ts";

/** Pages that are looked into. */
const most = 20;

/**
 * Whether a word, or what of it has been typed so far, is anywhere on the site. For a word that is
 * not in its index Pagefind (1.5.2, 1.6.0) finds the longest beginning of it that is there: “the” for
 * “theatre”, but “happiness” for “happin”, too, which it knows as “happi” only. See
 * https://github.com/Pagefind/pagefind/pull/315. An exact search knows the word or its forms; else
 * the pages found are to have a word that begins so.
 *
 * @param word folded, without marks
 */
export async function isOnSite(word: string, pagefind: Pagefind): Promise<boolean> {
  const exact = await pagefind.search(`"${word}"`);
  if (exact.results.length > 0) return true;
  const { results } = await pagefind.search(word);
  const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
  // As in the index, “usa” is the beginning of “U.S.A.”.
  const begins = new RegExp(`(?:^|[^\\p{L}\\p{N}])${[...word].join("[^\\p{L}\\p{N}\\s]*")}`, "u");
  return pages.some(({ content, meta }) => begins.test(fold(`${meta.title} ${content}`)));
}
