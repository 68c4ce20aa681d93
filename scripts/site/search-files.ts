import { makeSearchIndex } from "../outputs/search.ts";
import type { Build } from "./build.ts";
import { hasSearch } from "./has-search.ts";
import type { RenderedPage } from "./render.ts";
import { searchRecords } from "./search-records.ts";

/**
 * The index of the search, from the finished pages: path below `_site/`, and content.
 *
 * @throws EnvironmentFailure when Pagefind does not run
 */
export async function searchFiles(
  pages: readonly RenderedPage[],
  { context }: Build,
): Promise<[string, Uint8Array][]> {
  if (!hasSearch(context)) return [];
  const index = await makeSearchIndex(searchRecords(pages, context));
  return [...index].map(([name, content]) => [`pagefind/${name}`, content]);
}
