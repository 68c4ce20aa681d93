import type { Directives } from "./content-security-policy.ts";

/** What a feed may do that is opened in a browser: look like a page, by the stylesheet it names. */
export const feedPolicy: Directives = {
  "default-src": ["'none'"],
  "img-src": ["'self'"],
  "font-src": ["'self'"],
  "style-src": ["'self'"],
  "form-action": ["'none'"],
  "base-uri": ["'none'"],
};
