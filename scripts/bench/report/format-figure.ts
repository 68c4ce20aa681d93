import type { Metric } from "../cases/bench-row.ts";
import { formatNumber } from "./format-number.ts";
import { metrics } from "./metrics.ts";

/** A figure of a metric with its unit: `9.12 s`, `512 MB`. */
export function formatFigure(metric: Metric, value: number): string {
  const { unit, per } = metrics[metric];
  return `${formatNumber(value / per)} ${unit}`;
}
