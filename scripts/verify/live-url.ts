/**
 * Where a file of a site is fetched: a page at the address of its folder, as visitors do, since some
 * hosts redirect from its file's name.
 *
 * @param base the address of the site's front page, with a slash at its end
 * @param file path below `_site/`
 */
export function liveUrl(base: URL, file: string): URL {
  const path = file.replace(/(^|\/)index\.html$/, "$1");
  return new URL(path.split("/").map(encodeURIComponent).join("/"), base);
}
