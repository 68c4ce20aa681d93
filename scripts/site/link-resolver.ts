import type { Entry } from "../content/entry.ts";
import type { MarkdownHooks } from "../markdown/create-markdown.ts";
import { resolveContentLink } from "../markdown/resolve-content-link.ts";

/**
 * Makes addresses of links to content files; links to other sites stay as they are.
 *
 * @param place writes an address from the site's root as it is wanted: with the base path, or absolute
 */
export function linkResolver(
  entries: readonly Entry[],
  place: (address: string) => string,
): MarkdownHooks["resolveLink"] {
  const addresses = new Map(entries.map((entry) => [entry.source, entry.address]));
  return (href, { entry }) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
    const link = resolveContentLink(href, entry.source, (source) => addresses.get(source));
    if (link.address === undefined) throw new Error(`“${href}” was not checked`);
    const rest = link.query + (link.fragment === undefined ? "" : `#${link.fragment}`);
    return place(link.address) + rest;
  };
}
