import { type HeaderRow, headerTable } from "../../../scripts/outputs/hosts/headers.ts";
import type { Site } from "../site/read-site.ts";

/** The table of headers for a built site, whose styles are taken from its own first page. */
export function siteTable(site: Site): HeaderRow[] {
  const [page] = site.pages;
  return headerTable(page?.tags.find(({ name }) => name === "style")?.text ?? "");
}
