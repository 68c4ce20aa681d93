import type { Directives } from "./content-security-policy.ts";
import { pagePolicy } from "./page-policy.ts";

/**
 * What the search pages may do beyond {@link pagePolicy}: run the site's own scripts, one of them as
 * a worker, and read the index. Strings become code nowhere: the one Trusted Types policy, see
 * `assets/scripts/search/admit-worker.ts`, lets the worker's address through and nothing else.
 */
export function searchPolicy(styles: string): Directives {
  return {
    ...pagePolicy(styles),
    "script-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    "trusted-types": ["default"],
  };
}
