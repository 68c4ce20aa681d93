import { formatCount } from "./format-count.ts";

/** A number with about three figures, which is more than any measurement is worth: `9.12`, `91.2`. */
export function formatNumber(value: number): string {
  if (value >= 100) return formatCount(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}
