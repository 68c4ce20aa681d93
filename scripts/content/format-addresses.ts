import { compareCodeUnits } from "../lib/compare-code-units.ts";

/** The text of the list of published addresses: JSON, each once, sorted, one a line. */
export function formatAddresses(addresses: Iterable<string>): string {
  return `${JSON.stringify([...new Set(addresses)].sort(compareCodeUnits), undefined, 2)}\n`;
}
