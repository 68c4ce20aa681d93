import type { Page, Site } from "../site/read-site.ts";

/** The faults that `rule` finds on each page, each with the page's address before it. */
export function onEachPage(site: Site, rule: (page: Page) => readonly string[]): string[] {
  return site.pages.flatMap((page) => rule(page).map((fault) => `${page.address}  ${fault}`));
}
