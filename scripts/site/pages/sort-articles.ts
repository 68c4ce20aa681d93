import type { Entry } from "../../content/entry.ts";
import { compareCodeUnits } from "../../lib/lists.ts";

/**
 * Newest first. Articles from the archive, whose dates nobody recorded, come after all dated ones.
 * Equal dates are settled by the file's name, so that the order is the same on every machine.
 */
export function sortArticles(articles: readonly Entry[]): Entry[] {
  return [...articles].sort(
    (a, b) =>
      Number(a.archive) - Number(b.archive) ||
      (b.due ?? 0) - (a.due ?? 0) ||
      compareCodeUnits(a.key, b.key),
  );
}
