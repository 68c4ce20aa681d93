import type { Page } from "playwright-core";

/**
 * Writes down what goes wrong on a page: console errors and warnings, errors of scripts, requests
 * that fail or are answered with an error, and requests to any origin but `origin`.
 *
 * @returns a list that grows while the page lives
 */
export function watchPage(page: Page, origin: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    const kind = message.type();
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
