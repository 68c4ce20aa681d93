import { type GeoProjection, geoStereographic } from "d3-geo";
import type { Position } from "../../lib/geography.ts";

/** A point on the drawing: x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** A place and where it stands on the drawing. */
interface Anchor {
  readonly position: Position;
  readonly at: Point;
}

/**
 * An oblique stereographic projection around `centre`, turned and scaled so that two
 * places stand exactly where the drawing wants them. The great circle between them bends
 * gently away from the centre. Stereographic, as polar charts are: shapes are true, and every
 * meridian and parallel is an arc of a circle.
 */
export function chartProjection(centre: Position, from: Anchor, to: Anchor): GeoProjection {
  const projection = geoStereographic()
    .rotate([-centre.longitude, -centre.latitude])
    .scale(1)
    .translate([0, 0]);
  const course = between(project(projection, from.position), project(projection, to.position));
  const wanted = between(from.at, to.at);
  projection
    .scale(Math.hypot(...wanted) / Math.hypot(...course))
    // d3 turns against the clock, the y axis points down.
    .angle(((bearing(course) - bearing(wanted)) * 180) / Math.PI);
  const [x, y] = project(projection, from.position);
  return projection.translate([from.at[0] - x, from.at[1] - y]);
}

/** Where a place stands on the drawing. */
export function project(projection: GeoProjection, { longitude, latitude }: Position): Point {
  const point = projection([longitude, latitude]);
  if (!point) throw new Error(`${latitude}, ${longitude} is on the far side of the globe`);
  return point;
}

function between(from: Point, to: Point): [number, number] {
  return [to[0] - from[0], to[1] - from[1]];
}

function bearing([x, y]: readonly [number, number]): number {
  return Math.atan2(y, x);
}

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

/** Degrees between meridians: the sun takes an hour for 15°. */
const meridians = 15;

/** Degrees between parallels. */
const parallels = 10;

/** The meridians end in the north where they begin to crowd, in the south below what is shown. */
const first = -20;
const last = 80;

/** The graticule as lines of one place a degree; parallels in quarters of the globe. */
export function graticuleLines(): Position[][] {
  const lines: Position[][] = [];
  for (let longitude = -180; longitude < 180; longitude += meridians) {
    lines.push(degrees(first, last).map((latitude) => ({ latitude, longitude })));
  }
  for (let latitude = first; latitude <= last; latitude += parallels) {
    for (let west = -180; west < 180; west += 90) {
      lines.push(degrees(west, west + 90).map((longitude) => ({ latitude, longitude })));
    }
  }
  return lines;
}

function degrees(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
