import type { UserConfig } from "@11ty/eleventy";
import { contentSecurityPolicy } from "../outputs/security/content-security-policy.ts";
import { pagePolicy } from "../outputs/security/page-policy.ts";
import { searchPolicy } from "../outputs/security/search-policy.ts";
import type { Build } from "./build.ts";

/**
 * The policies that pages carry themselves, for hosts that send no headers of ours: `page` and
 * `search`. The hash in them is that of the styles, so these come first.
 */
export function useSecurityPolicies(config: UserConfig, { styles }: Build): void {
  config.addGlobalData("policies", {
    page: contentSecurityPolicy(pagePolicy(styles)),
    search: contentSecurityPolicy(searchPolicy(styles)),
  });
}
