import { availableParallelism } from "node:os";
import pLimit, { type LimitFunction } from "p-limit";
import Tinypool from "tinypool";
import { type FinishedPage, finishPage } from "./finish-page.ts";

/** Finishes pages; to be closed when the last one is finished. */
export interface PageFinisher {
  /** See {@link finishPage}. */
  finish(html: string): Promise<FinishedPage>;
  close(): Promise<void>;
}

/** Fewer pages are finished before a worker has started, which takes about 0.3 s. */
const worthAWorker = 300;

/** In the thread that renders, which holds a page's whole tree for so long: a few at a time. */
const atOnce = 4;

/** Waiting for each worker, so that none is idle and not all pages of a site stand in memory. */
const queued = 32;

/**
 * A finisher for so many pages: where there is much to do in worker threads, which leave one processor
 * to the thread that renders the pages.
 */
export function pageFinisher(pages: number, minified: boolean): PageFinisher {
  if (pages < worthAWorker || !minified) {
    const limit = pLimit(atOnce);
    return { finish: (html) => limit(finishPage, html, minified), close: async () => {} };
  }
  const threads = Math.max(1, availableParallelism() - 1);
  const pool = new Tinypool({
    filename: new URL("./finish-worker.mjs", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  const limit: LimitFunction = pLimit(threads * queued);
  return {
    finish: (html) => limit(() => pool.run(html) as Promise<FinishedPage>),
    close: () => pool.destroy(),
  };
}
