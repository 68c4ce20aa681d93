import type { BuildRecord } from "../lib/build-record.ts";
import { compareCodeUnits } from "../lib/compare-code-units.ts";

/** The text of `build.json`: the same for the same record, with a line for every file. */
export function formatBuildRecord({ files, ...what }: BuildRecord): string {
  const sorted = Object.entries(files).sort(([a], [b]) => compareCodeUnits(a, b));
  return `${JSON.stringify({ ...what, files: Object.fromEntries(sorted) }, null, 1)}\n`;
}
