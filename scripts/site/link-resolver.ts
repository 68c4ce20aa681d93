import type { Entry } from "../content/entry.ts";
import { resolveContentLink } from "../markdown/link-targets.ts";

/**
 * Makes addresses of links to content files; links to other sites stay as they are.
 *
 * @returns the address of a link as it is written in the content file `source`
 * @param place writes an address from the site's root as it is wanted: with the base path, or absolute
 */
export function linkResolver(
  entries: readonly Entry[],
  place: (address: string) => string,
): (href: string, source: string) => string {
  const addresses = new Map(entries.map((entry) => [entry.source, entry.address]));
  return (href, source) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
    const link = resolveContentLink(href, source, (path) => addresses.get(path));
    if (link.address === undefined) throw new Error(`“${href}” was not checked`);
    const rest = link.query + (link.fragment === undefined ? "" : `#${link.fragment}`);
    return place(link.address) + rest;
  };
}
