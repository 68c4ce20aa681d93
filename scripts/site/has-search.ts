import type { SiteContext } from "./pages/site-context.ts";

/** Whether the site has a page to search from; in content it may be left out. */
export function hasSearch({ entries }: SiteContext): boolean {
  return entries.some(({ kind }) => kind === "search");
}
