import { type GeoProjection, geoInterpolate } from "d3-geo";
import type { Position } from "../../lib/geography.ts";
import type { Layout } from "./layouts.ts";
import { arcData, type Detail, landLines, pathData } from "./paths.ts";
import { graticuleLines, type Point, project, visibleRuns } from "./projection.ts";

/** What both layouts share, in the coordinates of the first: the second shows it turned. */
interface Plane {
  readonly land: string;
  readonly graticule: string;
  readonly course: string;
}

/** A layout with the projection that draws it. */
export interface Drawing {
  readonly layout: Layout;
  readonly projection: GeoProjection;
}

const detail: Detail = { coast: 8, island: 26 };

/** Only enough to close the outline. */
const outOfView: Detail = { coast: 4000, island: Number.POSITIVE_INFINITY };

/** How far beyond the neatline the drawing goes on, so that no outline shows along it. */
const bleed = 16;

/** Draws coasts, graticule and course once for all layouts, only as far as any of them shows. */
export function drawPlane(
  projection: GeoProjection,
  drawings: readonly Drawing[],
  course: readonly [Position, Position],
): Plane {
  const corners = drawings.flatMap((drawing) =>
    cornersOf(drawing.layout).map((corner) => project(projection, placeAt(drawing, corner))),
  );
  const clipped = projection.clipExtent([
    [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))],
    [Math.max(...corners.map(([x]) => x)), Math.max(...corners.map(([, y]) => y))],
  ]);
  const seenBy = (point: Point) => {
    const place = invert(projection, point);
    return drawings.find(({ layout, projection: own }) => {
      const [x, y] = project(own, place);
      return x > -bleed && x < layout.width + bleed && y > -bleed && y < layout.height + bleed;
    });
  };
  const detailAt = (point: Point): Detail => {
    const seen = seenBy(point);
    if (!seen) return outOfView;
    // What only a smaller drawing shows needs no more than that drawing can show.
    const enlargement = (projection.scale() / seen.projection.scale()) ** 2;
    return { coast: detail.coast * enlargement, island: detail.island * enlargement };
  };
  const inView = (point: Point) => seenBy(point) !== undefined;
  const graticule = graticuleLines().flatMap((line) =>
    visibleRuns(
      line.map((place) => project(projection, place)),
      inView,
    ),
  );
  const [from, to] = course.map(({ longitude, latitude }): [number, number] => [
    longitude,
    latitude,
  ]);
  if (!from || !to) throw new Error("a course has two ends");
  const along = geoInterpolate(from, to);
  const stations = [0, 0.5, 1]
    .map(along)
    .map(([longitude, latitude]) => project(projection, { longitude, latitude }));
  return {
    land: pathData(landLines(clipped, detailAt)),
    graticule: arcData(graticule),
    course: arcData([stations]),
  };
}

/** The place that a point of a drawing shows. */
export function placeAt({ projection }: Drawing, point: Point): Position {
  return invert(projection, point);
}

function invert(projection: GeoProjection, point: Point): Position {
  const place = projection.invert?.([point[0], point[1]]);
  if (!place) throw new Error("the projection has no inverse");
  return { longitude: place[0], latitude: place[1] };
}

function cornersOf({ width, height }: Layout): Point[] {
  return [
    [-bleed, -bleed],
    [width + bleed, -bleed],
    [width + bleed, height + bleed],
    [-bleed, height + bleed],
  ];
}

/** One black piece of the scale around the chart, or a figure beside it. */
interface ScaleTick {
  readonly from: Point;
  readonly to: Point;
}

interface ScaleFigure {
  readonly at: Point;
  readonly degrees: number;
  readonly axis: "latitude" | "longitude";
}

interface Neatline {
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
