import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import { finishInThreads } from "./finish-in-threads.ts";
import { type FinishedPage, finishPage } from "./finish-page.ts";

/** Finishes pages; to be closed when the last one is finished. */
export interface PageFinisher {
  /** See {@link finishPage}. */
  finish(html: string): Promise<FinishedPage>;
  close(): Promise<void>;
}

/** Fewer pages are finished before a thread has started, which takes about 0.3 s. */
const worthThreads = 300;

/** The minifier holds a page's whole tree: a few at a time keep memory flat. */
const atOnce = 4;

/**
 * A finisher for so many pages. Where there is much to do, it works in threads, one for each processor
 * but the one that renders meanwhile.
 */
export function pageFinisher(pages: number, minified: boolean): PageFinisher {
  if (pages >= worthThreads && minified) {
    return finishInThreads(Math.max(1, availableParallelism() - 1));
  }
  const limit = pLimit(atOnce);
  return { finish: (html) => limit(finishPage, html, minified), close: async () => {} };
}
