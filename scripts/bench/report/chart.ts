/** What a bar shows; each has a colour and a height of its own. */
export type BarKind = "wall" | "cpu" | "memory" | "bytes" | "growth";

/** What one competitor did: a line of words, and its bars below. */
export interface ChartEntry {
  label: string;
  /** The figures in words, at the end of the line. */
  figures: string;
  ours: boolean;
  /** Their lengths: 1 is the whole width. */
  bars: readonly { kind: BarKind; share: number }[];
}

/** A line across all entries that our bar is not to pass. */
export interface ChartTarget {
  /** Where it stands: 1 is the right edge. */
  share: number;
  label: string;
}

/** Bars of those who did the same work. */
export interface Chart {
  title: string;
  entries: readonly ChartEntry[];
  targets: readonly ChartTarget[];
}
