import { fold } from "../../../scripts/lib/folds.ts";
import type { Pagefind, Result } from "./pagefind.ts";

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
  return (await withBeginning(word, results.slice(0, most))).length > 0;
}

/** Those of the results that have a word that begins so. */
export async function withBeginning(word: string, results: readonly Result[]): Promise<Result[]> {
  // As in the index, “usa” is the beginning of “U.S.A.”; but “25” is none of “2°59′W”.
  const signs = word.replace(/\p{L}(?=\p{L})/gu, "$&[^\\p{L}\\p{N}\\s]*");
  const begins = new RegExp(`[^\\p{L}\\p{N}]${signs}`, "u");
  const pages = await Promise.all(results.map((result) => result.data()));
  const has = pages.map(({ content, meta }) => begins.test(fold(` ${meta.title} ${content}`)));
  return results.filter((_, at) => has[at]);
}
