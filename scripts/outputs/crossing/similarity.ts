import type { Point } from "./chart-projection.ts";

/** The `transform` (a turn, a scale and a shift) that brings two points to two others. */
export function similarity(from: readonly [Point, Point], to: readonly [Point, Point]): string {
  const [ux, uy] = [from[1][0] - from[0][0], from[1][1] - from[0][1]];
  const [vx, vy] = [to[1][0] - to[0][0], to[1][1] - to[0][1]];
  const square = ux * ux + uy * uy;
  const a = (ux * vx + uy * vy) / square;
  const b = (ux * vy - uy * vx) / square;
  const e = to[0][0] - a * from[0][0] + b * from[0][1];
  const f = to[0][1] - b * from[0][0] - a * from[0][1];
  return `matrix(${[a, b, -b, a, e, f].map((value) => Number(value.toFixed(4))).join(" ")})`;
}
