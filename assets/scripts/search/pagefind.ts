/** What the search page uses of Pagefind: https://pagefind.app/docs/api/ */
export interface Pagefind {
  /** Begins to fetch index and program, so that the first search does not wait for them. */
  init(): Promise<void>;
  search(query: string): Promise<{ results: Result[] }>;
}

/** A page that was found. */
export interface Result {
  id: string;
  data(): Promise<FoundPage>;
}

/** What the index knows of it. */
export interface FoundPage {
  /** With the base path. */
  url: string;
  /** The text, with the cuts of `lib/han-cuts.ts`. */
  content: string;
  /** Which of its words match, from 0. */
  locations: readonly number[];
  meta: { title: string };
}
