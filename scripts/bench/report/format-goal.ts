import type { BenchRow } from "../cases/bench-row.ts";
import type { Goal } from "../goals.ts";
import { formatFigure } from "./format-figure.ts";
import { metrics } from "./metrics.ts";

/** A goal in a few words: `wall ≤ 1.3 × Hugo`, `memory ≤ 700 MB`, `memory ≤ 10 × 1,000 articles, cold`. */
export function formatGoal({ of, to, atMost }: Goal, rows: readonly BenchRow[]): string {
  const { name } = metrics[of.metric];
  if (!to) return `${name} ≤ ${formatFigure(of.metric, atMost)}`;
  const title = rows.find(({ id }) => id === to.id)?.title ?? to.id;
  const who = to.competitor === of.competitor ? [] : [to.competitor];
  const what = to.id === of.id ? [] : [title];
  return `${name} ≤ ${atMost} × ${[...who, ...what].join(", ")}`;
}
