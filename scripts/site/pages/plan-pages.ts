import { newsPages } from "./news-pages.ts";
import type { Page } from "./page.ts";
import { singlePage } from "./single-page.ts";
import type { SiteContext } from "./site-context.ts";
import { siteLists } from "./site-lists.ts";

/** Every page of the site: one an entry, and for the list of news as many as its articles need. */
export function planPages(context: SiteContext): Page[] {
  const lists = siteLists(context.entries);
  return context.entries.flatMap((entry) =>
    entry.kind === "news" ? newsPages(entry, context, lists) : [singlePage(entry, context, lists)],
  );
}
