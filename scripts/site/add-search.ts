import { withPrefix } from "../lib/addresses.ts";
import { hashedName } from "../lib/files.ts";
import { bundleScript } from "../outputs/styles.ts";
import type { Build } from "./build.ts";
import { hasSearch } from "./has-search.ts";

/**
 * Adds the one script of the site, and its address for the search pages, which alone load it. What it
 * searches is made when the pages are there, see `searchFiles`.
 *
 * @throws ContentFailure if it cannot be read
 */
export async function addSearch(build: Build): Promise<void> {
  if (!hasSearch(build.context)) return;
  const script = await bundleScript(build.root, "assets/scripts/search.ts");
  const name = hashedName("search.js", script);
  build.files.set(name, script);
  build.globals.set("searchScript", withPrefix(build.context.prefix, `/${name}`));
}
