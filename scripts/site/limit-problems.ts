import type { ServedSite } from "../outputs/hosts/headers.ts";
import { overHostLimits } from "../outputs/hosts/static-hosts.ts";
import type { Problem } from "../problems/problem.ts";

/**
 * What some host would not take: an error if the site is to go there, else a warning.
 *
 * @param files how many are published
 */
export function limitProblems(
  served: ServedSite,
  files: number,
  severity: Problem["severity"],
): Problem[] {
  return overHostLimits(served, files).map((message) => ({
    rule: "host-limit",
    severity,
    path: "_site",
    line: 1,
    column: 1,
    message,
    remedy: "publish to another host, see scripts/outputs/README.md",
  }));
}
