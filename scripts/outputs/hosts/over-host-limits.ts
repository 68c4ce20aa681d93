import { headersFile } from "./headers-file.ts";
import { redirectsFile } from "./redirects-file.ts";
import type { ServedSite } from "./served-site.ts";

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
