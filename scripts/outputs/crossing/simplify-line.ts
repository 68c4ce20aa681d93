import type { Point } from "./chart-projection.ts";

/**
 * Leaves out the points that matter least: those whose triangle with their neighbours is smaller
 * than the area asked for at that point (M. Visvalingam and J. D. Whyatt, “Line generalisation by repeated elimination of
 * points”, 1993), in rounds instead of one by one. The first and the last point stay.
 */
export function simplifyLine(line: readonly Point[], areaAt: (point: Point) => number): Point[] {
  let kept = [...line];
  for (;;) {
    const next = oneRound(kept, areaAt);
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

function oneRound(line: readonly Point[], areaAt: (point: Point) => number): Point[] {
  const sizes = line.map((point, index) => {
    const before = line[index - 1];
    const after = line[index + 1];
    return before && after ? triangle(before, point, after) : Number.POSITIVE_INFINITY;
  });
  // In one round only points smaller than both neighbours go, so that a round never eats a bay whole.
  return line.filter((point, index) => {
    const size = sizes[index] ?? 0;
    const isLeast = size < (sizes[index - 1] ?? 0) && size <= (sizes[index + 1] ?? 0);
    return !isLeast || size >= areaAt(point);
  });
}

function triangle(a: Point, b: Point, c: Point): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
}
