/** What is measured: seconds, seconds, bytes, bytes. Less is better in all of them. */
export type Metric = "wall" | "cpu" | "memory" | "bytes";

/** What one competitor did in a case: a line of the table. */
export interface BenchRow {
  group: string;
  /** See `BenchCase`. */
  id: string;
  title: string;
  /** A tool or what else is compared: `this project`, `Hugo`. */
  competitor: string;
  /** Each metric's figures, one a turn; the median of them is what counts. */
  figures: Partial<Readonly<Record<Metric, readonly number[]>>>;
  /** What else is to be said, in a few words. */
  note?: string;
  /** Why there are no figures, in one sentence; only where there are none. */
  missing?: string;
}
