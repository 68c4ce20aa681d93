import type { BenchRow, Metric } from "../cases/bench-row.ts";
import { median } from "../measure/median.ts";

/** The median of a row's metric; undefined where it was not measured. */
export function medianOf({ figures }: BenchRow, metric: Metric): number | undefined {
  const values = figures[metric];
  return values && values.length > 0 ? median(values) : undefined;
}
