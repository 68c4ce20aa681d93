/**
 * `robots.txt`, https://www.rfc-editor.org/rfc/rfc9309: everything may be read.
 *
 * @param sitemap absolute address
 */
export function robotsText(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
