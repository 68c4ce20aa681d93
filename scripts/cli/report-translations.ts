import { countWords } from "../lib/lists.ts";
import type { ReportOutcome } from "../links/report.ts";
import { formatProblem } from "../problems/print.ts";
import { sortProblems } from "../problems/problem.ts";
import type { InspectedSite } from "../site/inspect-site.ts";

/** Every translation to look after, with the line to paste; never a failure. */
export function reportTranslations({ translations }: InspectedSite): ReportOutcome {
  const sum = `${countWords(translations.length, "warning")} about translations.`;
  return { lines: [...sortProblems(translations).map(formatProblem), sum], failed: false };
}
