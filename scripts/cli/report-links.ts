import { countWords } from "../lib/count-words.ts";
import { formatProblem } from "../lib/format-problem.ts";
import { sortProblems } from "../lib/sort-problems.ts";
import { checkLinks } from "../links/check-links.ts";
import type { InspectedSite } from "../site/inspect-site.ts";
import { outsideLinks } from "../site/outside-links.ts";
import type { Settings } from "../site/settings.ts";
import type { ReportOutcome } from "./report-outcome.ts";

/** How long a host may take to answer, in ms. */
const limit = 20_000;

/**
 * Whether the links of published pages to other sites lead somewhere. Dead ones fail.
 *
 * @throws EnvironmentFailure without a network
 */
export async function reportLinks(site: InspectedSite, settings: Settings): Promise<ReportOutcome> {
  const links = await outsideLinks(site, settings);
  const problems = await checkLinks(links, limit);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const found = `${countWords(errors, "error")}, ${countWords(problems.length - errors, "warning")}`;
  const sum = `${countWords(links.length, "link")} to other sites: ${found}.`;
  return { lines: [...sortProblems(problems).map(formatProblem), sum], failed: errors > 0 };
}
