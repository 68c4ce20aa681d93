import { pageFinisher } from "../html/page-finisher.ts";
import type { KeptPages } from "./kept/kept-pages.ts";
import type { Page } from "./pages/page.ts";
import type { RenderedPage } from "./render.ts";
import { UnsoundPage } from "./unsound-page.ts";

/** Pages on their way from rendered to finished. */
export interface Finishing {
  /** Takes a page, and does not wait for it. */
  add(page: Page, html: string): void;
  /**
   * Waits until at most so many pages are on their way, and gives those that are finished by then.
   *
   * @throws UnsoundPage at a page that the minifier cannot parse
   */
  until(most: number): Promise<ReadonlyMap<Page, RenderedPage>>;
  close(): Promise<void>;
}

/**
 * Minifies pages and keeps them for later builds. The preview is shown the same documents with their
 * white space: the minifier takes half the time that a large site needs.
 *
 * @param pages how many there are
 */
export function openFinishing(pages: number, kept: KeptPages, minified: boolean): Finishing {
  const finisher = pageFinisher(pages, minified);
  const finished = new Map<Page, RenderedPage>();
  const onTheWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const finish = async (page: Page, html: string): Promise<void> => {
    const result = await finisher.finish(html).catch((error: Error) => {
      throw new UnsoundPage(page.template, error.message);
    });
    finished.set(page, kept.keep(page, result));
  };
  return {
    add(page, html) {
      const way = finish(page, html)
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => onTheWay.delete(way));
      onTheWay.add(way);
    },
    async until(most) {
      while (onTheWay.size > most && failures.length === 0) await Promise.race(onTheWay);
      if (failures.length > 0) throw failures[0];
      return finished;
    },
    close: () => finisher.close(),
  };
}
