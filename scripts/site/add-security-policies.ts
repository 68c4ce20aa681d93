import { pagePolicies } from "../outputs/hosts/policies.ts";
import type { Build } from "./build.ts";

/**
 * The policies that pages carry themselves, for hosts that send no headers of ours: `page` and
 * `search`. The hash in them is that of the styles, so these come first.
 */
export function addSecurityPolicies(build: Build): void {
  build.globals.set("policies", pagePolicies(build.styles));
}
