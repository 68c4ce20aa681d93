import { compareCodeUnits } from "../lib/compare-code-units.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { Entry } from "./entry.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

/** That readers can tell the pages of one language apart by their titles, drafts included. */
export function checkTitles(entries: readonly Entry[]): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const entry of [...entries].sort((a, b) => compareCodeUnits(a.source, b.source))) {
    const { source, title, places } = entry;
    const shown = `${entry.language} ${title.normalize("NFC").replace(/\s+/g, " ")}`;
    const other = owners.get(shown);
    if (other === undefined) owners.set(shown, source);
    else {
      const { line = 1, column = 1 } = places.get("title") ?? {};
      const place = { path: source, line, column };
      problems.push(problemOf(frontMatterRules, "title-twice", place, { other }));
    }
  }
  return problems;
}
