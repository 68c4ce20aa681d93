import { type GeoProjection, geoInterpolate, geoStereographic } from "d3-geo";
import type { Position } from "../../lib/geography.ts";

/** A point on the drawing: x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** A place and where it stands on the drawing. */
interface Anchor {
  readonly position: Position;
  readonly at: Point;
}

/** South of the course, so that it rises in a gentle arc, as it does on a globe. */
const centre: Position = { latitude: 24, longitude: 75 };

/**
 * An oblique stereographic projection, turned and scaled so that two places stand exactly where the
 * drawing wants them. Stereographic, as polar charts are: shapes are true, and every meridian and
 * parallel is an arc of a circle.
 */
export function chartProjection(from: Anchor, to: Anchor): GeoProjection {
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

/** The place that a point of the drawing shows. */
export function invert(projection: GeoProjection, [x, y]: Point): Position {
  const place = projection.invert?.([x, y]);
  if (!place) throw new Error("the projection has no inverse");
  return { longitude: place[0], latitude: place[1] };
}

/** Where one is on the great circle between two places, by the part of it that lies behind. */
export function courseBetween(from: Position, to: Position): (run: number) => Position {
  const along = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude]);
  return (run) => {
    const [longitude, latitude] = along(run);
    return { longitude, latitude };
  };
}

function between(from: Point, to: Point): [number, number] {
  return [to[0] - from[0], to[1] - from[1]];
}

function bearing([x, y]: readonly [number, number]): number {
  return Math.atan2(y, x);
}
