/**
 * The address as the host serves it: `address` (from the site's root, beginning with `/`)
 * under `prefix` (beginning and ending with `/`).
 */
export function withPrefix(prefix: string, address: string): string {
  return prefix + address.slice(1);
}
