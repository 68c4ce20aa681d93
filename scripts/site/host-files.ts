import type { ServedSite } from "../outputs/hosts/headers.ts";
import { headersFile, redirectsFile } from "../outputs/hosts/static-hosts.ts";

/** Files that tell hosts how to serve the others: path below `_site/`, and content. */
export function hostFiles(site: ServedSite): [path: string, content: string][] {
  return [
    ["_headers", headersFile(site)],
    ["_redirects", redirectsFile(site)],
    // Else GitHub Pages leaves out what begins with a dot or an underscore.
    [".nojekyll", ""],
  ];
}
