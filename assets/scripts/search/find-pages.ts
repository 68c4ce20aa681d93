import type { Pagefind, Result } from "./pagefind.ts";

/** What a search came to: the best page first. */
export interface Finding {
  results: readonly Result[];
  /** Runs of Han characters that every page found has as they stand. */
  phrases: readonly string[];
}

/**
 * Searches for all words of a query. In the index each Han character is a word of its own, and what is
 * typed in Chinese must stand together in a page. If no page has it so, the query is cut into
 * words by the browser's dictionary and each of these must stand together.
 */
export async function findPages(pagefind: Pagefind, query: string): Promise<Finding> {
  const phrases = query.match(/\p{Script=Han}+/gu) ?? [];
  if (phrases.length === 0) {
    return { results: (await pagefind.search(query)).results, phrases };
  }
  // Quotation marks would ask for the whole query as one phrase.
  const { results } = await pagefind.search(apart(query.replaceAll('"', " ")));
  const whole = await withAll(phrases, results, pagefind);
  if (whole.length > 0) return { results: whole, phrases };
  const words = phrases.flatMap(wordsOf);
  return { results: await withAll(words, results, pagefind), phrases: words };
}

async function withAll(
  phrases: readonly string[],
  results: readonly Result[],
  pagefind: Pagefind,
): Promise<Result[]> {
  const found = await Promise.all(
    phrases.map(async (phrase) => {
      const exact = await pagefind.search(`"${apart(phrase)}"`);
      return new Set(exact.results.map(({ id }) => id));
    }),
  );
  return results.filter(({ id }) => found.every((ids) => ids.has(id)));
}

function apart(text: string): string {
  return text.replace(/\p{Script=Han}/gu, " $& ").trim();
}

function wordsOf(phrase: string): string[] {
  return [...new Intl.Segmenter("zh", { granularity: "word" }).segment(phrase)].map(
    ({ segment }) => segment,
  );
}
