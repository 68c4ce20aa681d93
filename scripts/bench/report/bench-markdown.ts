import type { Goal } from "../goals.ts";
import { benchNotes } from "./bench-notes.ts";
import type { BenchResults } from "./bench-results.ts";
import { benchTable } from "./bench-table.ts";

/** A run of the bench as Markdown, which reads on a terminal as well. */
export function benchMarkdown(results: BenchResults, goals: readonly Goal[]): string {
  const { heading, verdict, meaning, remarks } = benchNotes(results, goals);
  return [
    "# Bench",
    heading,
    benchTable(results.rows, goals),
    verdict,
    meaning,
    ...(remarks.length > 0 ? [remarks.map((remark) => `- ${remark}`).join("\n")] : []),
    "",
  ].join("\n\n");
}
