import { withPrefix } from "../../lib/with-prefix.ts";

/** `address` (from the site's root) as the whole world writes it: with origin and base path. */
export function absoluteAddress(
  address: string,
  { origin, prefix }: { origin: string; prefix: string },
): string {
  return origin + withPrefix(prefix, address);
}
