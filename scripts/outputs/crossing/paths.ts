import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type GeoPermissibleObjects, type GeoProjection, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Position } from "../../lib/geography.ts";
import { courseBetween, type Point, project } from "./projection.ts";

/** The smallest triangle of coast and the smallest island that are drawn, in square units. */
interface Detail {
  readonly coast: number;
  readonly island: number;
}

/** Only enough to close the outline. */
const outOfView: Detail = { coast: 4000, island: Number.POSITIVE_INFINITY };

/**
 * The coasts of Natural Earth's land at 1:50 million (public domain, naturalearthdata.com), as the
 * `d` of a path in whole units of the drawing.
 *
 * @param detailAt how much of it is worth its bytes at a point of the drawing; nothing out of view
 */
export function landPath(
  projection: GeoProjection,
  detailAt: (point: Point) => Detail | undefined,
): string {
  const file = createRequire(import.meta.url).resolve("world-atlas/land-50m.json");
  const atlas = JSON.parse(readFileSync(file, "utf8")) as Topology<{ land: GeometryCollection }>;
  const detail = (point: Point) => detailAt(point) ?? outOfView;
  const lines = trace(projection, feature(atlas, atlas.objects.land))
    .map(({ points, closed }) => ({
      points: simplifyLine(points, (point) => detail(point).coast),
      closed,
    }))
    .filter(({ points }) => {
      const smallest = Math.min(...points.map((point) => detail(point).island));
      return points.length > 2 && size(points) >= smallest;
    });
  return pathData(lines);
}

/** The lines of a geographical object on the drawing, clipped as the projection says. */
function trace(projection: GeoProjection, object: GeoPermissibleObjects): PathLine[] {
  const lines: { points: Point[]; closed: boolean }[] = [];
  geoPath(projection, {
    beginPath() {},
    arc() {},
    moveTo(x, y) {
      lines.push({ points: [[x, y]], closed: false });
    },
    lineTo(x, y) {
      lines.at(-1)?.points.push([x, y]);
    },
    closePath() {
      const line = lines.at(-1);
      if (line) line.closed = true;
    },
  })(object);
  return lines;
}

/** The area inside a ring (shoelace formula). */
function size(ring: readonly Point[]): number {
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/** Degrees between meridians: the sun takes an hour for 15°. */
const meridians = 15;

/** Degrees between parallels. */
const parallels = 10;

/** The meridians end in the north where they begin to crowd, in the south below what is shown. */
const first = -20;
const last = 80;

/** The meridians and parallels in view, as the `d` of a path. */
export function graticulePath(
  projection: GeoProjection,
  inView: (point: Point) => boolean,
): string {
  const lines = graticuleLines().flatMap((line) =>
    visibleRuns(
      line.map((place) => project(projection, place)),
      inView,
    ),
  );
  return arcData(lines);
}

/** The graticule as lines of one place a degree; parallels in quarters of the globe. */
function graticuleLines(): Position[][] {
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

/** The pieces of a line that are in view, each with the point before and after it. */
function visibleRuns(line: readonly Point[], inView: (point: Point) => boolean): Point[][] {
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

/** The great circle between two places, as the `d` of a path. */
export function coursePath(projection: GeoProjection, from: Position, to: Position): string {
  const stations = [0, 0.5, 1].map(courseBetween(from, to));
  return arcData([stations.map((place) => project(projection, place))]);
}

/**
 * The `d` of a path of circular arcs, each through the first, the middle and the last point of a
 * line, in whole units. On a stereographic chart every circle of the globe is a circle, so one
 * arc is the whole of a meridian, a parallel or a great circle.
 */
export function arcData(lines: readonly (readonly Point[])[]): string {
  return lines.map(arc).join("");
}

function arc(line: readonly Point[]): string {
  const start = line[0];
  const middle = line[Math.floor(line.length / 2)];
  const end = line.at(-1);
  if (!start || !middle || !end) return "";
  const [x, y] = [Math.round(end[0] - start[0]), Math.round(end[1] - start[1])];
  // Twice the area of the triangle; its sign is the side to which the line bends.
  const area =
    (middle[0] - start[0]) * (end[1] - start[1]) - (middle[1] - start[1]) * (end[0] - start[0]);
  const radius =
    (distance(start, middle) * distance(middle, end) * distance(end, start)) / (2 * Math.abs(area));
  const from = `M${join(start)}`;
  // The longest lines are some 1,000 units: at this radius they bend by about one.
  if (!(radius < 100_000)) return `${from}l${join([x, y])}`;
  const r = Number(radius.toPrecision(3));
  return `${from}a${r} ${r} 0 0 ${area > 0 ? 1 : 0}${x < 0 ? "" : " "}${join([x, y])}`;
}

function join([x, y]: Point): string {
  return `${Math.round(x) + 0} ${Math.round(y) + 0}`.replace(" -", "-");
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** One line of a path. */
interface PathLine {
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
      .map(([x, y], index): Point => {
        const [fromX, fromY] = rounded[index - 1] ?? from;
        return [x - fromX, y - fromY];
      })
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

function numbers(steps: readonly Point[]): string {
  return steps.flat().join(" ").replaceAll(" -", "-");
}

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
