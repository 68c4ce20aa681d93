/**
 * Files that are told to hosts, which mostly keep them to themselves: whether they are served says
 * nothing of the site.
 *
 * - `_headers`, `_redirects`: read by Netlify and Cloudflare Pages, and served by neither
 * - `.nojekyll`: read by GitHub Pages; others serve no hidden files but `.well-known/`
 */
export const keptByHosts: ReadonlySet<string> = new Set(["_headers", "_redirects", ".nojekyll"]);
