import { type GeoPermissibleObjects, type GeoProjection, geoPath } from "d3-geo";
import type { Point } from "./chart-projection.ts";
import type { PathLine } from "./path-data.ts";

/** The lines of a geographical object on the drawing, clipped as the projection says. */
export function trace(projection: GeoProjection, object: GeoPermissibleObjects): PathLine[] {
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
