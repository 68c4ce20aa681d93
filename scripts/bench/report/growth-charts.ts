import { thisProject } from "../cases/bench.ts";
import type { BenchRow, Metric } from "../cases/bench-row.ts";
import type { Goal } from "../goals.ts";
import type { Chart } from "./chart.ts";
import { formatFigure } from "./format-figure.ts";
import { formatGoal } from "./format-goal.ts";
import { formatNumber } from "./format-number.ts";
import { medianOf } from "./median-of.ts";
import { metrics } from "./metrics.ts";

const grown: readonly Metric[] = ["wall", "memory"];
/** Ten times the articles. */
const linear = 10;

/** How much more ten times the articles take: a chart of wall time and one of memory, of cold builds. */
export function growthCharts(rows: readonly BenchRow[], goals: readonly Goal[]): Chart[] {
  const small = rows.filter(({ id }) => id === "small-cold");
  const large = rows.filter(({ id }) => id === "large-cold");
  return grown.flatMap((metric) => {
    const growths = large.flatMap((row) => {
      const before = small.find(({ competitor }) => competitor === row.competitor);
      const from = before && medianOf(before, metric);
      const to = medianOf(row, metric);
      return from && to ? [{ who: row.competitor, from, to }] : [];
    });
    const [first, second] = [small[0]?.title, large[0]?.title];
    if (growths.length === 0 || first === undefined || second === undefined) return [];
    const scale = Math.max(linear, ...growths.map(({ from, to }) => to / from)) * 1.02;
    const goal = goals.find(({ of, to }) => of.metric === metric && to?.id === "small-cold");
    const label = goal ? formatGoal(goal, rows).replace(/^\w+ /, "") : `linear: ${linear} ×`;
    return {
      title: `From ${first} to ${second}: ${metrics[metric].name}`,
      entries: growths.map(({ who, from, to }) => ({
        label: who,
        figures: `${formatFigure(metric, from)} → ${formatFigure(metric, to)}, ${formatNumber(to / from)} ×`,
        ours: who === thisProject,
        bars: [{ kind: "growth" as const, share: to / from / scale }],
      })),
      targets: [{ share: linear / scale, label }],
    };
  });
}
