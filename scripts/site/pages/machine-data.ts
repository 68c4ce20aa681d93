import type { Standing } from "./frame-data.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteLists } from "./site-lists.ts";

/** What the head of a page says to machines; see `partials/machines.njk`. */
export function machineData(_standing: Standing, _context: SiteContext, _lists: SiteLists) {
  return {};
}
