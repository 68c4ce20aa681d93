import type { BuildRecord } from "../outputs/small-texts.ts";

/** The file of a site that its host shows at an address, the inverse of `liveUrl`. */
export function fileAt(base: URL, url: URL, files: BuildRecord["files"]): string | undefined {
  const address = url.origin + url.pathname;
  if (!address.startsWith(base.href)) return undefined;
  const path = decode(address.slice(base.href.length));
  // Hosts leave the ending out: https://developers.cloudflare.com/pages/configuration/serving-pages/
  const candidates = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`];
  return candidates.find((file) => Object.hasOwn(files, file));
}

/** A host may redirect to what is no address: it is then none of the site's. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
