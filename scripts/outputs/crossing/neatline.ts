import type { Position } from "../../lib/geography.ts";
import type { Point } from "./projection.ts";

/** A figure beside the scale. */
interface ScaleFigure {
  /** From the frame's corner. */
  readonly at: Point;
  readonly degrees: number;
  readonly axis: "latitude" | "longitude";
}

/** Units between two figures, and to the corners, at the least. */
const room = 30;

/** Degrees from one piece of the scale to the next. */
const piece = 5;

/**
 * The scale around a chart: black and white by turns, every 5° of longitude along the top and the
 * foot, every 5° of latitude along the sides, where they really meet the border.
 *
 * @param frame the border, in units of the drawing
 * @param invert which place a point of the drawing shows, from the frame's corner
 * @param band how broad the scale is; it begins half a unit outside of the frame
 * @param interval degrees between the figures of longitude and of latitude
 * @returns the black pieces as the `d` of a path, to be stroked as broad as the band, and the figures
 */
export function neatline(
  { left, top, width, height }: Record<"left" | "top" | "width" | "height", number>,
  invert: (point: Point) => Position,
  band: number,
  interval?: readonly [number, number],
): { scale: string; figures: ScaleFigure[] } {
  const out = band / 2 + 0.5;
  const across = (y: number, middle: number) => ({
    axis: "longitude" as const,
    length: width,
    along: (x: number): Point => [x, y],
    black: (start: number, end: number) => `M${left + start} ${middle}h${end - start}`,
  });
  const down = (x: number, middle: number) => ({
    axis: "latitude" as const,
    length: height,
    along: (y: number): Point => [x, y],
    black: (start: number, end: number) => `M${middle} ${top + start}v${end - start}`,
  });
  let scale = "";
  const figures: ScaleFigure[] = [];
  for (const { axis, length, along, black } of [
    across(0, top - out),
    across(height, top + height + out),
    down(0, left - out),
    down(width, left + width + out),
  ]) {
    const pieceAt = (distance: number) => Math.floor(invert(along(distance))[axis] / piece);
    const every = interval?.[axis === "longitude" ? 0 : 1];
    let start = 0;
    let figure = 0;
    for (let end = 1; end <= length; end++) {
      const current = pieceAt(start);
      const next = pieceAt(end);
      if (next === current && end < length) continue;
      if (current % 2 === 0) scale += black(start, end);
      const degrees = Math.max(current, next) * piece;
      const isWhole = every && Math.abs(next - current) === 1 && degrees % every === 0;
      if (isWhole && end - figure >= room && length - end >= room) {
        figures.push({ at: along(end), degrees, axis });
        figure = end;
      }
      start = end;
    }
  }
  return { scale, figures };
}
