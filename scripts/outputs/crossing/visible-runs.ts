import type { Point } from "./chart-projection.ts";

/** The pieces of a line that are in view, each with the point before and after it. */
export function visibleRuns(line: readonly Point[], inView: (point: Point) => boolean): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] | undefined;
  for (const [index, point] of line.entries()) {
    const seen = inView(point);
    if (seen && !run) {
      const before = line[index - 1];
      run = before ? [before] : [];
      runs.push(run);
    }
    run?.push(point);
    if (!seen) run = undefined;
  }
  return runs;
}
