import type { Header } from "./header-rules.ts";
import type { ServedSite } from "./served-site.ts";

/**
 * `_headers`, as Netlify and Cloudflare Pages read it: https://docs.netlify.com/manage/routing/headers/
 * and https://developers.cloudflare.com/pages/configuration/headers/. A pattern is the whole address,
 * with the base path.
 */
export function headersFile({ prefix, everywhere, rules }: ServedSite): string {
  const lines = [
    ...rule(`${prefix}*`, everywhere),
    ...rules.flatMap(({ path, headers }) =>
      patterns(path).flatMap((pattern) => rule(prefix + pattern, headers)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** A page has two addresses, with and without the name of its file. */
function patterns(path: string): string[] {
  if (path.endsWith("/")) return [`${path}*`];
  return /(?:^|\/)index\.html$/.test(path) ? [path.replace(/index\.html$/, ""), path] : [path];
}

function rule(pattern: string, headers: readonly Header[]): string[] {
  return [pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`)];
}
