import type { ReportOutcome } from "../links/report.ts";
import { formatProblem } from "../problems/print.ts";
import { ContentFailure } from "../problems/problem.ts";
import type { InspectedSite } from "../site/inspect-site.ts";
import type { Settings } from "../site/settings.ts";

/**
 * Whether `security.txt` has 30 days to run: for a job that runs every day, so it fails where the
 * check warns. The clock is the build's, so such a job sets `SOURCE_DATE_EPOCH` to its own day.
 *
 * @throws ContentFailure if the facts have errors, since then nobody knows
 */
export function reportSecurity(
  { facts, problems, security }: InspectedSite,
  { now }: Settings,
): ReportOutcome {
  if (!facts) throw new ContentFailure(problems);
  const today = new Date(now).toISOString().slice(0, 10);
  const sum = `security.txt holds until ${facts.site.security.expires}; today is ${today}.`;
  return { lines: [...security.map(formatProblem), sum], failed: security.length > 0 };
}
