import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { Entry } from "./entry.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

/** That no page was changed before it was published: feeds and search engines are told both days. */
export function checkUpdated(entries: readonly Entry[]): Problem[] {
  return entries.flatMap(({ source, date, updated, places }) => {
    if (!date || !updated || updated.instant >= date.instant) return [];
    const { line = 1, column = 1 } = places.get("updated") ?? {};
    const values = { found: updated.written, date: date.written };
    return [problemOf(frontMatterRules, "updated-early", { path: source, line, column }, values)];
  });
}
