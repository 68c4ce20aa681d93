import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Point } from "./chart-projection.ts";
import type { PathLine } from "./path-data.ts";
import { simplifyLine } from "./simplify-line.ts";
import { trace } from "./trace.ts";

/** The smallest triangle of coast and the smallest island that are drawn, in square units. */
export interface Detail {
  readonly coast: number;
  readonly island: number;
}

/**
 * The coasts of Natural Earth's land at 1:50 million (public domain, naturalearthdata.com).
 *
 * @param detailAt how much of it is worth its bytes at a point of the drawing
 */
export function landLines(
  projection: GeoProjection,
  detailAt: (point: Point) => Detail,
): PathLine[] {
  const file = createRequire(import.meta.url).resolve("world-atlas/land-50m.json");
  const atlas = JSON.parse(readFileSync(file, "utf8")) as Topology<{ land: GeometryCollection }>;
  return trace(projection, feature(atlas, atlas.objects.land))
    .map(({ points, closed }) => ({
      points: simplifyLine(points, (point) => detailAt(point).coast),
      closed,
    }))
    .filter(({ points }) => {
      const smallest = Math.min(...points.map((point) => detailAt(point).island));
      return points.length > 2 && size(points) >= smallest;
    });
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
