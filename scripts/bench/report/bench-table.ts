import { thisProject } from "../cases/bench.ts";
import type { BenchRow, Metric } from "../cases/bench-row.ts";
import { type Column, formatTable } from "../format-table.ts";
import type { Goal } from "../goals.ts";
import { formatGoal } from "./format-goal.ts";
import { formatNumber } from "./format-number.ts";
import { judgeGoal } from "./judge-goal.ts";
import { medianOf } from "./median-of.ts";
import { metrics } from "./metrics.ts";

const shown: readonly Metric[] = ["wall", "cpu", "memory", "bytes"];

/** The columns of the table of all rows. */
export const benchColumns: readonly Column[] = [
  { heading: "Case", figures: false },
  { heading: "Who", figures: false },
  ...["Wall s", "CPU s", "Memory MB", "kB", "Ratio"].map((heading) => ({ heading, figures: true })),
  { heading: "Goal", figures: false },
  { heading: "Met", figures: false },
];

/** All rows as one Markdown table. */
export function benchTable(rows: readonly BenchRow[], goals: readonly Goal[]): string {
  return formatTable(benchColumns, benchCells(rows, goals));
}

/**
 * The cells of the table. A ratio is our median to that of the row; a goal that compares us with
 * another in the same case stands in that one's row, any other in ours. A case is named in its first
 * row; more goals than one take more lines.
 */
export function benchCells(rows: readonly BenchRow[], goals: readonly Goal[]): string[][] {
  return rows.flatMap((row, index) => {
    const figures = shown.map((metric) => {
      const value = medianOf(row, metric);
      return value === undefined ? "" : formatNumber(value / metrics[metric].per);
    });
    const judged = goals.filter((goal) => isShownIn(goal, row)).map((goal) => judge(goal, rows));
    const [first = [ratioOf(row, rows), "", ""], ...more] = judged;
    const title = rows[index - 1]?.id === row.id ? "" : row.title;
    const who = row.missing === undefined ? row.competitor : `${row.competitor}: see below`;
    return [
      [title, who, ...figures, ...first],
      ...more.map((cells) => ["", "", ...shown.map(() => ""), ...cells]),
    ];
  });
}

function isShownIn({ of, to }: Goal, { id, competitor }: BenchRow): boolean {
  const place = to?.id === of.id ? to : of;
  return place.id === id && place.competitor === competitor;
}

function judge(goal: Goal, rows: readonly BenchRow[]): string[] {
  const verdict = judgeGoal(goal, rows);
  const ratio = verdict && goal.to ? formatNumber(verdict.reached) : "";
  const met = verdict ? (verdict.met ? "yes" : "no") : "not measured";
  return [ratio, formatGoal(goal, rows), met];
}

/** Ours to that of another in the same case, by wall time, or by bytes where no time was taken. */
function ratioOf(row: BenchRow, rows: readonly BenchRow[]): string {
  const ours = rows.find(({ id, competitor }) => id === row.id && competitor === thisProject);
  if (!ours || ours === row) return "";
  for (const metric of ["wall", "bytes"] as const) {
    const [figure, divisor] = [medianOf(ours, metric), medianOf(row, metric)];
    if (figure !== undefined && divisor) return formatNumber(figure / divisor);
  }
  return "";
}
