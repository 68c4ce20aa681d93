import type { Measurement } from "../measure/measurement.ts";
import type { BenchCase, Competitor } from "./bench-case.ts";
import type { BenchRow } from "./bench-row.ts";

/** What a group of cases is given. */
export interface Bench {
  /** The project's folder. */
  root: string;
  /** An empty folder for everything that is made; removed at the end, also after a failure. */
  scratch: string;
  /** Fewer and smaller cases: the whole bench in two minutes. */
  quick: boolean;
  /** The clock of all builds, `SOURCE_DATE_EPOCH`. */
  epoch: string;
  /** Says where the bench stands. */
  say: (line: string) => void;
  /**
   * Runs the competitors of a case in turns and measures them.
   *
   * @throws EnvironmentFailure with its last lines when one of them fails or leaves work undone
   */
  compare: (benchCase: BenchCase) => Promise<BenchRow[]>;
  /** Runs one competitor once, to fill caches or to be measured by itself. Throws as `compare` does. */
  run: (competitor: Competitor) => Promise<Measurement>;
}

/** Cases that belong together: `npm run bench -- scale`. Prepares, measures and returns the rows. */
export type BenchGroup = (bench: Bench) => Promise<BenchRow[]>;

/** The name of our competitor in every row. */
export const thisProject = "this project";
