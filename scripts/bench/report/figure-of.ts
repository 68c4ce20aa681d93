import type { BenchRow } from "../cases/bench-row.ts";
import type { Measured } from "../goals.ts";
import { medianOf } from "./median-of.ts";

/** The figure that a goal names; undefined where it was not measured. */
export function figureOf(
  rows: readonly BenchRow[],
  { id, competitor, metric }: Measured,
): number | undefined {
  const row = rows.find((each) => each.id === id && each.competitor === competitor);
  return row && medianOf(row, metric);
}
