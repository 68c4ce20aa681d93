import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/browser/browser.ts";
import { serveFolder } from "../../../scripts/browser/serve.ts";
import { builtSite } from "../site/built-site.ts";
import { watchPage } from "./watch-page.ts";

/** The built site, served, and a browser to look at it. */
export interface Stage {
  browser: Browser;
  /** Where the site is served: `http://127.0.0.1:port`. */
  origin: string;
  /** The full address of one of the site's own, such as `/about/`. */
  url: (address: string) => string;
  /**
   * Runs `visit` with a page in a context of its own. `faults` fills up with whatever the browser
   * complains of on the way.
   */
  visit: (
    options: BrowserContextOptions,
    visit: (page: Page, faults: readonly string[]) => Promise<void>,
  ) => Promise<void>;
  close: () => Promise<void>;
}

/** Serves the built site and starts a browser: one of each for a test file. */
export async function openStage(): Promise<Stage> {
  const server = await serveFolder(builtSite.folder, builtSite.prefix);
  const browser = await launchBrowser();
  return {
    browser,
    origin: server.origin,
    url: (address) => server.origin + builtSite.prefix + address.slice(1),
    visit: async (options, visit) => {
      const context = await browser.newContext(options);
      try {
        const page = await context.newPage();
        await visit(page, watchPage(page, server.origin));
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
