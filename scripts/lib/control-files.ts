/**
 * Files of the site, by path below `_site/`, that are told to hosts and shown to no visitor. Whether
 * a host serves them says nothing of the site.
 *
 * - `_headers`, `_redirects`: read by Netlify and Cloudflare Pages, and served by neither
 * - `.nojekyll`: read by GitHub Pages; others serve no hidden files but `.well-known/`
 */
export const controlFiles: readonly string[] = ["_headers", "_redirects", ".nojekyll"];
