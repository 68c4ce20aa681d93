import type { Entry } from "../../../content/entry.ts";
import { absoluteAddress } from "../../../lib/addresses.ts";
import type { Crumb } from "../../../outputs/structured-data.ts";
import type { Standing } from "../frame-data.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteLists } from "../site-lists.ts";

/** The way from Welcome to a page, itself included: Welcome › News › Culture Day. */
export function trailTo(standing: Standing, context: SiteContext, lists: SiteLists): Crumb[] {
  const { entry, address, title } = standing;
  const { language, kind } = entry;
  const isInNews = kind === "article" || kind === "archive";
  const above = [
    lists.entry(language, "index"),
    isInNews ? lists.entry(language, "news/index") : undefined,
    // The first page of a list is above its further pages.
    address === entry.address ? undefined : entry,
  ];
  return [...above.filter((one): one is Entry => one !== undefined), { title, address }].map(
    (one) => ({ name: one.title, url: absoluteAddress(one.address, context) }),
  );
}
