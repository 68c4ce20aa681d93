import { contentSecurityPolicy } from "../outputs/security/content-security-policy.ts";
import { pagePolicy } from "../outputs/security/page-policy.ts";
import { searchPolicy } from "../outputs/security/search-policy.ts";
import type { Build } from "./build.ts";

/**
 * The policies that pages carry themselves, for hosts that send no headers of ours: `page` and
 * `search`. The hash in them is that of the styles, so these come first.
 */
export function addSecurityPolicies(build: Build): void {
  build.globals.set("policies", {
    page: contentSecurityPolicy(pagePolicy(build.styles)),
    search: contentSecurityPolicy(searchPolicy(build.styles)),
  });
}
