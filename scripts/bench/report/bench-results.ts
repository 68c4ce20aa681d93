import type { BenchRow } from "../cases/bench-row.ts";

/** A run of the bench, as it is written to `results.json`. */
export interface BenchResults {
  /** `YYYY-MM-DD`. */
  date: string;
  /** The commit that was measured, shortened; undefined where git can tell none. */
  commit?: string | undefined;
  /** The kind of machine, in a few words. */
  machine: string;
  quick: boolean;
  rows: readonly BenchRow[];
}
