/**
 * Minifies one page. Whoever parses the result gets the same document as before, white space
 * between words apart. CSS and JavaScript are left as they are: they arrive minified, and their
 * hashes are in the security policy.
 *
 * @throws what html-minifier-terser throws at markup it cannot parse
 */
export async function minify(html: string): Promise<string> {
  // It takes longer to load than to minify this site, and a build in which nothing has changed needs none.
  const { minify: terser } = await import("html-minifier-terser");
  return terser(html, {
    collapseWhitespace: true,
    // Without this, the spaces around <picture>, <cite> and <data> are lost.
    conservativeCollapse: true,
    removeComments: true,
    removeAttributeQuotes: true,
    minifyCSS: false,
    minifyJS: false,
  });
}
