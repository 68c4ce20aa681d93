/** Where the page at an address (from the site's root) is written, below `_site/`. */
export function outputPath(address: string): string {
  const below = address.slice(1);
  return below === "" || below.endsWith("/") ? `${below}index.html` : below;
}
