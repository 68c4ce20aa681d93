import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { caddyfile } from "../outputs/hosts/caddy.ts";
import { headerRules, headerTable, type ServedSite } from "../outputs/hosts/headers.ts";
import { nginxBlock } from "../outputs/hosts/nginx.ts";
import { speculationRules } from "../outputs/hosts/speculation.ts";
import { headersFile, overHostLimits, redirectsFile } from "../outputs/hosts/static-hosts.ts";
import type { Problem } from "../problems/problem.ts";
import type { SiteContext } from "./pages/context.ts";
import { listRedirects } from "./pages/pages.ts";

/**
 * How a built site is to be served, and the files that tell hosts so: path below `_site/`, and content.
 *
 * @param files every other file of it, as paths below `_site/`
 */
export function hostFiles(
  context: SiteContext,
  styles: readonly string[],
  files: Iterable<string>,
): { served: ServedSite; files: [path: string, content: string][] } {
  const rules = speculationRules(context.prefix);
  const served = serveAs(context, styles, [...files, rules.file]);
  return {
    served,
    files: [
      ["_headers", headersFile(served)],
      ["_redirects", redirectsFile(served)],
      [rules.file, rules.text],
      // Else GitHub Pages leaves out what begins with a dot or an underscore.
      [".nojekyll", ""],
    ],
  };
}

function serveAs(
  context: SiteContext,
  styles: readonly string[],
  files: Iterable<string>,
): ServedSite {
  const table = headerTable(styles, context.prefix);
  return {
    prefix: context.prefix,
    everywhere: table
      .filter(({ on }) => on === "all")
      .map(({ header, value }) => [header, value] as const),
    rules: headerRules(table, files),
    redirects: listRedirects(context).map(({ from, entry }) => ({ from, to: entry.address })),
  };
}

/**
 * What some host would not take: an error if the site is to go there, else a warning.
 *
 * @param files how many are published
 */
export function limitProblems(
  served: ServedSite,
  files: number,
  severity: Problem["severity"],
): Problem[] {
  return overHostLimits(served, files).map((message) => ({
    rule: "host-limit",
    severity,
    path: "_site",
    line: 1,
    column: 1,
    message,
    remedy: "publish to another host, see scripts/outputs/README.md",
  }));
}

/**
 * Writes what a server of one's own needs to serve a site, for nginx and for Caddy.
 *
 * @param origin `https://…`, no trailing slash
 * @returns the paths of what was written
 */
export async function writeServerFiles(
  { served, origin }: { served: ServedSite; origin: string },
  folder: string,
): Promise<{ nginx: string; caddy: string }> {
  const name = new URL(origin).hostname;
  const root = `/var/www/${name}`;
  const files = {
    nginx: path.join(folder, "nginx.conf"),
    caddy: path.join(folder, "Caddyfile"),
  };
  await mkdir(folder, { recursive: true });
  await replace(files.nginx, nginxBlock(served, { listen: "80", name, root }));
  await replace(files.caddy, caddyfile(served, { listen: name, root }));
  return files;
}

/** Whole or not at all: half a block would be copied to a server like a whole one. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
