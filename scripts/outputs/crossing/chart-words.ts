import type { Water } from "./layouts.ts";

/** Every word on the chart, in one language. */
export interface ChartWords {
  /** The whole chart in a sentence or two: all that a screen reader says. */
  readonly description: string;
  /** Names of the ports. */
  readonly from: string;
  readonly to: string;
  /** Their coordinates. */
  readonly fromPosition: string;
  readonly toPosition: string;
  readonly waters: Readonly<Record<Water, string>>;
  /** Distance and time difference, each a few words, such as `9,200 km`. */
  readonly summary: readonly string[];
}
