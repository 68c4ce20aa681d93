import { type GeoProjection, geoInterpolate } from "d3-geo";
import type { Position } from "../../lib/position.ts";
import { arcData } from "./arc-data.ts";
import { type Point, project } from "./chart-projection.ts";
import { graticuleLines } from "./graticule-lines.ts";
import { type Detail, landLines } from "./land-lines.ts";
import type { Layout } from "./layouts.ts";
import { pathData } from "./path-data.ts";
import { visibleRuns } from "./visible-runs.ts";

/** What both layouts share, in the coordinates of the first: the second shows it turned. */
export interface Plane {
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
