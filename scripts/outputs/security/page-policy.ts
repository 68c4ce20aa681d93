import { createHash } from "node:crypto";
import type { Directives } from "./content-security-policy.ts";

/**
 * What a page may do: show its own pictures, its fonts and the one stylesheet that it carries. No
 * script runs, and nothing is sent anywhere.
 *
 * @param styles the content of the page's `<style>`, byte for byte
 */
export function pagePolicy(styles: string): Directives {
  const hash = createHash("sha256").update(styles).digest("base64");
  return {
    "default-src": ["'none'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "style-src": [`'sha256-${hash}'`],
    "manifest-src": ["'self'"],
    // No script runs that could ask for anything; Lighthouse asks for robots.txt by the page's leave.
    "connect-src": ["'self'"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["'none'"],
  };
}
