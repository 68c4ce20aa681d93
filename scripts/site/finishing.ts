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
  let failure: UnsoundPage | undefined;
  return {
    add(page, html) {
      const way = finisher.finish(html).then(
        (result) => void finished.set(page, kept.keep(page, result)),
        (error: Error) => {
          failure ??= new UnsoundPage(page.template, error.message);
        },
      );
      onTheWay.add(way);
      void way.then(() => onTheWay.delete(way));
    },
    async until(most) {
      while (onTheWay.size > most && !failure) await Promise.race(onTheWay);
      if (failure) throw failure;
      return finished;
    },
    close: () => finisher.close(),
  };
}
