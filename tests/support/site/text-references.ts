/**
 * The site's own absolute addresses in the text of a file for machines: JSON-LD, a feed, a sitemap,
 * `robots.txt`. Without fragments: structured data names things by addresses such as
 * `https://…/#organisation`, which are no places in a page.
 */
export function textReferences(text: string, origin: string): string[] {
  const own = text.matchAll(/https?:\/\/[^\s"'<>\\)]+/g);
  return [...own]
    .map(([address]) => address.replaceAll("&amp;", "&").replace(/#.*$/, ""))
    .filter((address) => address === origin || address.startsWith(`${origin}/`));
}
