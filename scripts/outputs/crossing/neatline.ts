import type { Position } from "../../lib/position.ts";
import type { Point } from "./chart-projection.ts";

/** One black piece of the scale around the chart, or a figure beside it. */
export interface ScaleTick {
  readonly from: Point;
  readonly to: Point;
}

export interface ScaleFigure {
  readonly at: Point;
  readonly degrees: number;
  readonly axis: "latitude" | "longitude";
}

export interface Neatline {
  readonly ticks: readonly ScaleTick[];
  readonly figures: readonly ScaleFigure[];
}

/** Degrees from one piece of the scale to the next. */
const piece = 5;

/**
 * The scale of the chart's border: black and white by turns, every 5° of longitude along the top
 * and the foot, every 5° of latitude along the sides, where they really meet the border.
 *
 * @param invert which place a point of the drawing shows
 * @param figures degrees between the figures of longitude and of latitude
 */
export function neatline(
  width: number,
  height: number,
  invert: (point: Point) => Position,
  figures?: readonly [number, number],
): Neatline {
  const edges = [
    { axis: "longitude", length: width, along: (x: number): Point => [x, 0] },
    { axis: "longitude", length: width, along: (x: number): Point => [x, height] },
    { axis: "latitude", length: height, along: (y: number): Point => [0, y] },
    { axis: "latitude", length: height, along: (y: number): Point => [width, y] },
  ] as const;
  const ticks: ScaleTick[] = [];
  const marks: ScaleFigure[] = [];
  for (const { axis, length, along } of edges) {
    const pieceAt = (distance: number) => Math.floor(invert(along(distance))[axis] / piece);
    let start = 0;
    for (let end = 1; end <= length; end++) {
      const current = pieceAt(start);
      const next = pieceAt(end);
      if (next === current && end < length) continue;
      if (current % 2 === 0) ticks.push({ from: along(start), to: along(end) });
      const degrees = Math.max(current, next) * piece;
      const interval = figures?.[axis === "longitude" ? 0 : 1];
      if (interval && end < length && Math.abs(next - current) === 1 && degrees % interval === 0) {
        marks.push({ at: along(end), degrees, axis });
      }
      start = end;
    }
  }
  return { ticks, figures: marks };
}
