import type { Page, Request } from "playwright-core";
import type { Download } from "./download.ts";

/** What a page has downloaded until now. */
export interface Downloads {
  /** Waits for whatever is under way. Throws where something could not be downloaded. */
  settled: () => Promise<readonly Download[]>;
}

/** Notes everything that `page` downloads from now on. */
export function watchDownloads(page: Page): Downloads {
  const underWay = new Map<Request, Promise<Download>>();
  page.on("request", (request) => {
    if (request.url().startsWith("data:")) return;
    const download = finished(request);
    // Told by `settled`; until then nobody waits for it.
    download.catch(() => {});
    underWay.set(request, download);
  });
  return {
    settled: async () => {
      let downloads: Download[] = [];
      do {
        downloads = await Promise.all(underWay.values());
      } while (downloads.length < underWay.size);
      return downloads;
    },
  };
}

async function finished(request: Request): Promise<Download> {
  // Resolves at the end of the body; null where there is none.
  const response = await request.response();
  const fault = response ? await response.finished() : request.failure();
  if (!response || fault) throw new Error(`could not be downloaded: ${request.url()}`);
  const { responseBodySize } = await request.sizes();
  return { url: request.url(), kind: request.resourceType(), bytes: responseBodySize };
}
