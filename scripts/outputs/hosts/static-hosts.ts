import { type Header, patterns, type ServedSite } from "./headers.ts";

/**
 * `_headers`, as Netlify and Cloudflare Pages read it: https://docs.netlify.com/manage/routing/headers/
 * and https://developers.cloudflare.com/pages/configuration/headers/. A pattern is the whole address,
 * with the base path.
 */
export function headersFile({ prefix, everywhere, rules }: ServedSite): string {
  const lines = [
    ...rule(`${prefix}*`, everywhere),
    ...rules.flatMap(({ path, headers }) =>
      patterns(prefix, path).flatMap((pattern) => rule(pattern, headers)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function rule(pattern: string, headers: readonly Header[]): string[] {
  return [encodeURI(pattern), ...headers.map(([name, value]) => `  ${name}: ${value}`)];
}

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it: https://docs.netlify.com/manage/routing/redirects/overview/
 * and https://developers.cloudflare.com/pages/configuration/redirects/.
 *
 * Netlify shows a file before it redirects, and so the page at the old address leads on there: its
 * `301!` is no status to Cloudflare. The last line gives Netlify the Chinese page for what is not
 * found; Cloudflare finds it unaided, and passes over a line with this status.
 */
export function redirectsFile({ prefix, redirects }: ServedSite): string {
  const at = (address: string) => encodeURI(prefix + address.slice(1));
  const lines = [
    ...redirects.map(({ from, to }) => `${at(from)} ${at(to)} 301`),
    `${at("/zh/*")} ${at("/zh/404.html")} 404`,
  ];
  return `${lines.join("\n")}\n`;
}

/** What Cloudflare Pages takes for nothing, the strictest of the hosts. Netlify states no such limits. */
const hostLimits = {
  /** https://developers.cloudflare.com/pages/platform/limits/#headers */
  headerRules: 100,
  headerLine: 2_000,
  /** https://developers.cloudflare.com/pages/platform/limits/#redirects */
  redirects: 2_000,
  redirectLine: 1_000,
  /** https://developers.cloudflare.com/pages/platform/limits/#files */
  files: 20_000,
} as const;

/**
 * What of a site is more than Cloudflare Pages takes, a sentence each.
 *
 * @param files how many are published, without those that `npm run compress` adds
 */
export function overHostLimits(site: ServedSite, files: number): string[] {
  const headers = headersFile(site).split("\n");
  const redirects = redirectsFile(site).split("\n");
  const measures: [what: string, found: number, limit: number][] = [
    ["header rules", headers.filter((line) => line.startsWith("/")).length, hostLimits.headerRules],
    ["characters in a line of _headers", longest(headers), hostLimits.headerLine],
    ["redirects", site.redirects.length, hostLimits.redirects],
    ["characters in a line of _redirects", longest(redirects), hostLimits.redirectLine],
    ["files", files, hostLimits.files],
  ];
  return measures
    .filter(([, found, limit]) => found > limit)
    .map(([what, found, limit]) => `${found} ${what}, where Cloudflare Pages takes ${limit}`);
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
