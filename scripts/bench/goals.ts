import { thisProject } from "./cases/bench.ts";
import type { Metric } from "./cases/bench-row.ts";

/** One figure of a run: the median of a metric. */
export interface Measured {
  /** Of the case. */
  id: string;
  competitor: string;
  metric: Metric;
}

/** What this project is to reach. */
export interface Goal {
  of: Measured;
  /** What it is divided by; without it the figure itself counts. */
  to?: Measured;
  /** The ratio, or seconds or bytes. */
  atMost: number;
}

const ours = (id: string, metric: Metric = "wall"): Measured => ({
  id,
  metric,
  competitor: thisProject,
});

/** Our figure in a case against another's in the same case. */
const beside = (id: string, competitor: string, atMost: number, metric: Metric = "wall"): Goal => ({
  of: ours(id, metric),
  to: { id, competitor, metric },
  atMost,
});

/**
 * The goals of issue 7, “Speed and scale, measured side by side”: set high on purpose, for medians on
 * a machine with two cores.
 */
export const goals: readonly Goal[] = [
  { of: ours("site-warm"), atMost: 1.5 },
  beside("large-cold", "Hugo", 1.3),
  beside("large-cold", "Eleventy", 0.6),
  { of: ours("large-cold", "memory"), atMost: 700e6 },
  // Linear growth: ten times the articles.
  { of: ours("large-cold", "memory"), to: ours("small-cold", "memory"), atMost: 10 },
  {
    of: ours("large-changed"),
    to: { id: "large-cold", competitor: "Hugo", metric: "wall" },
    atMost: 0.5,
  },
  beside("photos-cold", "bare sharp loop", 1.15),
  {
    of: ours("photos-warm"),
    to: { id: "photos-cold", competitor: "bare sharp loop", metric: "wall" },
    atMost: 0.05,
  },
  // Bounded, whatever their number: four times the photographs.
  { of: ours("photos-cold", "memory"), to: ours("photos-few", "memory"), atMost: 1.2 },
  beside("photos-bytes", "eleventy-img", 0.85, "bytes"),
  { of: ours("preview-site"), atMost: 1 },
  { of: ours("preview-large"), atMost: 2 },
];
