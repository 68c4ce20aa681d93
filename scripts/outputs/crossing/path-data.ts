import type { Point } from "./chart-projection.ts";

/** One line of a path. */
export interface PathLine {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/**
 * The `d` of a path in whole units and relative steps, as short as it gets: a step's minus sign
 * stands for the space before it.
 */
export function pathData(lines: readonly PathLine[]): string {
  let data = "";
  let from: Point = [0, 0];
  for (const { points, closed } of lines) {
    const rounded = points.map(round);
    const [start] = rounded;
    if (!start) continue;
    // The first step is absolute by definition of SVG, and the same as a relative one from 0,0.
    const steps = rounded
      .map((point, index) => step(index === 0 ? from : (rounded[index - 1] ?? start), point))
      .filter(([x, y], index) => index === 0 || x !== 0 || y !== 0);
    data += `m${numbers(steps.slice(0, 1))}`;
    if (steps.length > 1) data += `l${numbers(steps.slice(1))}`;
    if (closed) data += "z";
    from = closed ? start : (rounded.at(-1) ?? start);
  }
  return data;
}

function round([x, y]: Point): Point {
  // `+ 0` makes 0 of -0.
  return [Math.round(x) + 0, Math.round(y) + 0];
}

function step(from: Point, to: Point): Point {
  return [to[0] - from[0], to[1] - from[1]];
}

function numbers(steps: readonly Point[]): string {
  return steps.flat().join(" ").replaceAll(" -", "-");
}
