import { fold } from "../../../scripts/lib/folds.ts";
import { hanCuts } from "../../../scripts/lib/han-cuts.ts";
import { isOnSite, withBeginning } from "./is-on-site.ts";
import type { Pagefind, Result } from "./pagefind.ts";

/** What a search came to: the best page first. */
export interface Finding {
  results: readonly Result[];
  /** Runs of Han characters that every page found has as they stand. */
  phrases: readonly string[];
}

/**
 * Searches for all words of a query; where one is nowhere on the site, nothing is found. In the index
 * each Han character is a word of its own, and what is typed in Chinese must stand together in a
 * page. If no page has it so, the query is cut into words by the browser's dictionary and each of
 * these must stand together.
 */
export async function findPages(pagefind: Pagefind, query: string): Promise<Finding> {
  const folded = fold(query);
  const phrases = folded.match(/\p{Script=Han}+/gu) ?? [];
  const words = await wordsIn(folded, pagefind);
  const latin = words.filter((word) => !/\p{Script=Han}/u.test(word));
  const found = await Promise.all(latin.map((word) => isOnSite(word, pagefind)));
  if (found.includes(false)) return { results: [], phrases };
  // In quotation marks the whole query is one phrase; in Chinese every run of characters is one.
  const isPhrase = phrases.length === 0 && /^\s*".+"\s*$/.test(query);
  const any = await pagefind.search(isPhrase ? `"${words.join(" ")}"` : words.join(" "));
  const numbers = latin.filter((word) => /^\p{N}/u.test(word));
  const results = await withAll(numbers, any.results, pagefind);
  const whole = await withAll(phrases, results, pagefind);
  if (whole.length > 0) return { results: whole, phrases };
  const parts = phrases.flatMap(segments);
  return { results: await withAll(parts, results, pagefind), phrases: parts };
}

/**
 * Its words as Pagefind has them in the index: without marks, each Han character by itself. What is
 * nowhere as one word is its parts: “culture-day” is found in “culture day”.
 */
async function wordsIn(text: string, pagefind: Pagefind): Promise<string[]> {
  const words: string[] = [];
  for (const word of hanCuts.put(text).split(" ")) {
    const parts = word.match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? [];
    const whole = parts.join("");
    if (parts.length > 1 && (await isOnSite(whole, pagefind))) words.push(whole);
    else words.push(...parts);
  }
  return words;
}

/**
 * Those of the results that have each run of Han characters as it stands, and each number, or one that
 * begins so: Pagefind, which has “2°59′W” as “259w”, finds it for “25”, too.
 */
async function withAll(
  runs: readonly string[],
  results: readonly Result[],
  pagefind: Pagefind,
): Promise<readonly Result[]> {
  let left = results;
  for (const run of runs) {
    const exact = await pagefind.search(`"${hanCuts.put(run)}"`);
    const begun = /^\p{N}/u.test(run) ? await withBeginning(run, left) : [];
    const ids = new Set([...exact.results, ...begun].map(({ id }) => id));
    left = left.filter(({ id }) => ids.has(id));
  }
  return left;
}

function segments(phrase: string): string[] {
  // Firefox has a dictionary since 125.
  if (!("Segmenter" in Intl)) return [phrase];
  return [...new Intl.Segmenter("zh", { granularity: "word" }).segment(phrase)].map(
    ({ segment }) => segment,
  );
}
