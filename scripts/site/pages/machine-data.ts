import { withPrefix } from "../../lib/addresses.ts";
import { manifestPath } from "../fixed-addresses.ts";
import { cardData } from "./card-data.ts";
import { feedLinks } from "./feed-links.ts";
import type { Standing } from "./frame-data.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteLists } from "./site-lists.ts";
import { structuredData } from "./structured-data.ts";

/** What the head of a page says to machines; see `partials/machines.njk`. */
export function machineData(standing: Standing, context: SiteContext, lists: SiteLists) {
  return {
    manifest: withPrefix(context.prefix, `/${manifestPath[standing.entry.language]}`),
    feeds: feedLinks(standing.entry.language, context),
    card: cardData(standing, context),
    structured: structuredData(standing, context, lists),
  };
}
