import type { BenchRow } from "../cases/bench-row.ts";
import type { Goal } from "../goals.ts";
import { figureOf } from "./figure-of.ts";

/** What came of a goal. */
export interface Verdict {
  goal: Goal;
  /** The ratio, or the figure itself in seconds or bytes; to be at most `goal.atMost`. */
  reached: number;
  met: boolean;
}

/** Judges a goal by the medians; undefined where one of its figures was not measured. */
export function judgeGoal(goal: Goal, rows: readonly BenchRow[]): Verdict | undefined {
  const figure = figureOf(rows, goal.of);
  const divisor = goal.to ? figureOf(rows, goal.to) : 1;
  if (figure === undefined || divisor === undefined || divisor === 0) return undefined;
  const reached = figure / divisor;
  return { goal, reached, met: reached <= goal.atMost };
}
