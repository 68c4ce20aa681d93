import { thisProject } from "../cases/bench.ts";
import type { BenchRow, Metric } from "../cases/bench-row.ts";
import type { Goal } from "../goals.ts";
import type { Chart, ChartTarget } from "./chart.ts";
import { figureOf } from "./figure-of.ts";
import { formatFigure } from "./format-figure.ts";
import { formatGoal } from "./format-goal.ts";
import { medianOf } from "./median-of.ts";
import { metrics } from "./metrics.ts";

const drawn: readonly Metric[] = ["wall", "cpu", "memory", "bytes"];

/**
 * The chart of one case. Seconds share one scale, memory and bytes have their own; targets are
 * lines on the scale of what they limit, wall time or, where none was taken, bytes.
 *
 * @param rows those of the case
 * @param all of the run, which a goal may point to
 */
export function caseChart(
  rows: readonly BenchRow[],
  all: readonly BenchRow[],
  goals: readonly Goal[],
): Chart {
  const [first] = rows;
  const measured = rows.filter(({ missing }) => missing === undefined);
  const timed = measured.some((row) => medianOf(row, "wall") !== undefined);
  const lead: Metric = timed ? "wall" : "bytes";
  const limits = goals.flatMap((goal) => {
    if (goal.of.id !== first?.id || goal.of.metric !== lead) return [];
    const divisor = goal.to ? figureOf(all, goal.to) : 1;
    return divisor === undefined ? [] : [{ goal, limit: goal.atMost * divisor }];
  });
  const longest = (...of: Metric[]): number =>
    Math.max(...of.flatMap((metric) => measured.map((row) => medianOf(row, metric) ?? 0)));
  const most = Math.max(...limits.map(({ limit }) => limit));
  const scales: Record<Metric, number> = {
    wall: Math.max(longest("wall", "cpu"), lead === "wall" ? most : 0),
    cpu: Math.max(longest("wall", "cpu"), lead === "wall" ? most : 0),
    memory: longest("memory"),
    bytes: Math.max(longest("bytes"), lead === "bytes" ? most : 0),
  };
  const targets: ChartTarget[] = limits.map(({ goal, limit }) => ({
    share: limit / scales[lead],
    label: formatGoal(goal, all).replace(`${metrics[lead].name} `, ""),
  }));
  const entries = measured.map((row) => {
    const figures = drawn.flatMap((kind) => {
      const value = medianOf(row, kind);
      return value === undefined ? [] : [{ kind, value }];
    });
    return {
      label: row.competitor,
      figures: figures.map(({ kind, value }) => sayFigure(kind, value)).join(" · "),
      ours: row.competitor === thisProject,
      bars: figures.map(({ kind, value }) => ({ kind, share: value / scales[kind] })),
    };
  });
  return { title: first?.title ?? "", entries, targets };
}

/** Only processor time needs its name: the others differ by their unit. */
function sayFigure(metric: Metric, value: number): string {
  const figure = formatFigure(metric, value);
  return metric === "cpu" ? `CPU ${figure}` : figure;
}
