import type { Directives } from "./content-security-policy.ts";

/**
 * What Pagefind's worker may do: it has the policy of its own response, not that of the page
 * (https://www.w3.org/TR/CSP3/#initialize-global-object-csp). The only place where WebAssembly is run.
 */
export const pagefindPolicy: Directives = {
  "default-src": ["'none'"],
  "script-src": ["'wasm-unsafe-eval'"],
  "connect-src": ["'self'"],
};
