import { readFile } from "node:fs/promises";
import path from "node:path";
import { after } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { type FolderServer, serveFolder } from "../../scripts/browser/serve.ts";
import { fileOfAddress } from "../../scripts/lib/addresses.ts";
import { headerTable } from "../../scripts/outputs/hosts/headers.ts";
import { features } from "../../scripts/outputs/hosts/policies.ts";
import { expectedHeaders } from "./hosts/headers.ts";
import type { Site } from "./site.ts";

/** A built site, served, and a browser to look at it. */
interface Stage {
  browser: Browser;
  /** Where the site is served: `http://127.0.0.1:port`. */
  origin: string;
  /** The full address of one of the site's own, such as `/about/`. */
  url: (address: string) => string;
  /**
   * Runs `see` with the page at one of the site's addresses, in a context of its own. `faults` fills
   * up with whatever the browser complains of on the way.
   */
  visit: <T>(
    address: string,
    options: BrowserContextOptions,
    see: (page: Page, faults: readonly string[]) => Promise<T>,
  ) => Promise<T>;
}

/** Serves a site and starts a browser, until the tests of the file, or the test, have ended. */
export async function openStage(
  { folder, prefix }: Pick<Site, "folder" | "prefix">,
  serve: (folder: string, prefix: string) => Promise<FolderServer> = serveFolder,
): Promise<Stage> {
  const server = await serve(folder, prefix);
  const browser = await launchBrowser();
  after(async () => {
    await browser.close();
    await server.close();
  });
  const url = (address: string): string => server.origin + prefix + address.slice(1);
  return {
    browser,
    origin: server.origin,
    url,
    visit: async (address, options, see) => {
      const context = await browser.newContext(options);
      try {
        const page = await context.newPage();
        const faults = watchPage(page, server.origin);
        await page.goto(url(address));
        return await see(page, faults);
      } finally {
        await context.close();
      }
    },
  };
}

/** Serves a built site as a host does that sends the site's headers. */
export async function serveWithPolicies(folder: string, prefix: string): Promise<FolderServer> {
  const styles = await Promise.all(
    ["index.html", "404.html"].map(async (page) => {
      const html = await readFile(path.join(folder, page), "utf8");
      return /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
    }),
  );
  const table = headerTable(styles, prefix);
  return serveFolder(folder, prefix, (address) => {
    const expected = expectedHeaders(table, fileOfAddress(`/${address}`));
    return Object.fromEntries([...expected].map(([name, values]) => [name, values.join()]));
  });
}

/**
 * Writes down what goes wrong on a page: console errors and warnings, errors of scripts, requests
 * that fail or are answered with an error, and requests to any origin but `origin`.
 *
 * @returns a list that grows while the page lives
 */
function watchPage(page: Page, origin: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    const kind = message.type();
    // Another version than that of the list; `browser/pages.test.ts` holds the list itself.
    const [, unknown = ""] = /Unrecognized feature: '(.*)'/.exec(message.text()) ?? [];
    if (features.includes(unknown)) return;
    if (kind === "error" || kind === "warning") faults.push(`console ${kind}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    const isOwn = url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
    if (!isOwn) faults.push(`request to another origin: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const error = request.failure()?.errorText;
    // The browser itself gives up what is on its way, an icon mostly, when a page is left.
    if (error !== "net::ERR_ABORTED") faults.push(`request failed: ${request.url()} ${error}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`answer ${response.status()}: ${response.url()}`);
  });
  return faults;
}
