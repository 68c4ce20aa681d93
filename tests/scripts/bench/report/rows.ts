import type { BenchRow } from "../../../../scripts/bench/cases/bench-row.ts";
import type { Goal } from "../../../../scripts/bench/goals.ts";

/** Rows of a run, and goals of every kind: met, missed, beside another case, not measured. */
export const rows: readonly BenchRow[] = [
  row("few", "10 pages, cold", "this project", { wall: [3, 1, 2], memory: [100e6] }),
  row("few", "10 pages, cold", "Hugo", { wall: [1], memory: [50e6] }),
  row("many", "100 pages, cold", "this project", { wall: [6], cpu: [8], memory: [900e6] }),
  row("many", "100 pages, cold", "Hugo", { wall: [5], cpu: [9], memory: [200e6] }),
  {
    ...row("many", "100 pages, cold", "Astro", {}),
    missing: "npm could not install astro <here>",
  },
  { ...row("bytes", "Same similarity", "this project", { bytes: [80_000] }), note: "as alike" },
  row("bytes", "Same similarity", "eleventy-img", { bytes: [100_000] }),
];

const ours = (id: string, metric: Goal["of"]["metric"]) =>
  ({ id, competitor: "this project", metric }) as const;

export const goals: readonly Goal[] = [
  { of: ours("many", "wall"), to: { ...ours("many", "wall"), competitor: "Hugo" }, atMost: 1.3 },
  { of: ours("many", "memory"), atMost: 700e6 },
  { of: ours("many", "memory"), to: ours("few", "memory"), atMost: 10 },
  {
    of: ours("bytes", "bytes"),
    to: { ...ours("bytes", "bytes"), competitor: "eleventy-img" },
    atMost: 0.7,
  },
  { of: ours("preview", "wall"), atMost: 1 },
];

function row(
  id: string,
  title: string,
  competitor: string,
  figures: BenchRow["figures"],
): BenchRow {
  return { group: id === "bytes" ? "photos" : "scale", id, title, competitor, figures };
}
