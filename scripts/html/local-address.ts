/** A place in the site. */
export interface LocalAddress {
  /** Path below `_site/`. */
  output: string;
  /** Without `#`; undefined where there is none. */
  fragment: string | undefined;
}

/**
 * Where an address written in a page leads.
 *
 * @param output the page's own path below `_site/`, for addresses that are only a fragment
 * @returns "outside" for other sites and schemes, "broken" for a local one that the base path
 *   does not cover
 */
export function localAddress(
  written: string,
  output: string,
  site: { origin: string; prefix: string },
): LocalAddress | "outside" | "broken" {
  const local = written.startsWith(`${site.origin}/`) ? written.slice(site.origin.length) : written;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(local)) return "outside";
  const [address = "", fragment] = local.split("#", 2);
  const decoded = fragment === undefined ? undefined : decodeURIComponent(fragment);
  if (address === "") return { output, fragment: decoded };
  if (!address.startsWith(site.prefix)) return "broken";
  const below = decodeURIComponent(address.slice(site.prefix.length).split("?", 1)[0] ?? "");
  return {
    output: below === "" || below.endsWith("/") ? `${below}index.html` : below,
    fragment: decoded,
  };
}
