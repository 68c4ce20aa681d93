import { parseManifest } from "lighthouse/core/lib/manifest-parser.js";

/**
 * What Lighthouse's parser of web application manifests says against `text`.
 *
 * @param address of the manifest, absolute
 * @param page that names it, absolute
 */
export function manifestWarnings(text: string, address: string, page: string): string[] {
  const warnings: string[] = [];
  const { value, warning, url } = parseManifest(text, address, page);
  JSON.stringify({ value, warning, url }, (key, found: unknown) => {
    if (key === "warning" && typeof found === "string") warnings.push(found);
    return found;
  });
  return warnings;
}
