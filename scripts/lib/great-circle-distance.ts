import { geoDistance } from "d3-geo";
import type { Position } from "./position.ts";

/**
 * Mean radius of the Earth in kilometres, R₁ of the GRS 80 ellipsoid, (2a + b) / 3:
 * H. Moritz, “Geodetic Reference System 1980”, Journal of Geodesy 74 (2000).
 */
const meanEarthRadius = 6371.0088;

/** The shortest way over the globe between two places, in kilometres; the Earth taken as a sphere. */
export function greatCircleDistance(from: Position, to: Position): number {
  return (
    geoDistance([from.longitude, from.latitude], [to.longitude, to.latitude]) * meanEarthRadius
  );
}
