import type { ServedSite } from "./served-site.ts";

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it: https://docs.netlify.com/manage/routing/redirects/overview/
 * and https://developers.cloudflare.com/pages/configuration/redirects/.
 *
 * Netlify shows a file before it redirects, and so the page at the old address leads on there: its
 * `301!` is no status to Cloudflare. The last line gives Netlify the Chinese page for what is not
 * found; Cloudflare finds it unaided, and passes over a line with this status.
 */
export function redirectsFile({ prefix, redirects }: ServedSite): string {
  const at = (address: string) => prefix + address.slice(1);
  const lines = [
    ...redirects.map(({ from, to }) => `${at(from)} ${at(to)} 301`),
    `${at("/zh/*")} ${at("/zh/404.html")} 404`,
  ];
  return `${lines.join("\n")}\n`;
}
