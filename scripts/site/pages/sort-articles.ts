import type { Entry } from "../../content/entry.ts";

/**
 * Newest first. Articles from the archive, whose dates nobody recorded, come after all dated ones.
 * Equal dates are settled by the file's name, so that the order is the same on every machine.
 */
export function sortArticles(articles: readonly Entry[]): Entry[] {
  return [...articles].sort(
    (a, b) =>
      Number(a.archive) - Number(b.archive) ||
      (b.due ?? 0) - (a.due ?? 0) ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}
