import { headerRules, headerTable, type ServedSite } from "../outputs/hosts/headers.ts";
import type { Build } from "./build.ts";
import { listRedirects } from "./pages/list-redirects.ts";

/**
 * How a built site is to be served.
 *
 * @param files every file of it, as paths below `_site/`
 */
export function serveAs({ context, styles }: Build, files: Iterable<string>): ServedSite {
  const table = headerTable(styles);
  return {
    prefix: context.prefix,
    everywhere: table
      .filter(({ on }) => on === "all")
      .map(({ header, value }) => [header, value] as const),
    rules: headerRules(table, files),
    redirects: listRedirects(context).map(({ from, entry }) => ({ from, to: entry.address })),
  };
}
