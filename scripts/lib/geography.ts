import { geoDistance } from "d3-geo";
import type { Language } from "./languages.ts";

/** A place on the globe in decimal degrees (WGS 84): north and east are positive. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

type Precision = "degrees" | "minutes" | "seconds";

/**
 * Coordinates as charts print them: `53°24′N 2°59′W`, in Chinese `北纬53°24′ 西经2°59′`; or in
 * degrees alone, as data has them: `53.4047°N 2.9963°W`.
 *
 * Cut off, not rounded, as one reads a clock: so the form with and the form without seconds
 * never differ by a minute.
 */
export function formatPosition(
  position: Position,
  language: Language,
  precision: Precision = "minutes",
): string {
  const latitude = angle(position.latitude, precision);
  const longitude = angle(position.longitude, precision);
  const south = position.latitude < 0;
  const west = position.longitude < 0;
  return language === "zh"
    ? `${south ? "南纬" : "北纬"}${latitude} ${west ? "西经" : "东经"}${longitude}`
    : `${latitude}${south ? "S" : "N"} ${longitude}${west ? "W" : "E"}`;
}

function angle(degrees: number, precision: Precision): string {
  if (precision === "degrees") return `${Math.abs(degrees).toFixed(4)}°`;
  // 31.24 × 3600 is a hair under 112464 in binary: without the millionth, 31°14′24″ would lose its last second.
  const seconds = Math.floor(Math.abs(degrees) * 3600 + 1e-6);
  const whole = Math.floor(seconds / 3600);
  const minutes = twoDigits(Math.floor(seconds / 60) % 60);
  return precision === "minutes"
    ? `${whole}°${minutes}′`
    : `${whole}°${minutes}′${twoDigits(seconds % 60)}″`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

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

/** A distance as one says it: whole hundreds, digits grouped by commas ("9,200"). */
interface RoundDistance {
  kilometres: string;
  /** Statute miles, each 1.609344 km (international yard and pound agreement, 1959). */
  miles: string;
}

/** Kilometres to the nearest hundred kilometres, and to the nearest hundred statute miles. */
export function roundDistance(kilometres: number): RoundDistance {
  return { kilometres: hundreds(kilometres), miles: hundreds(kilometres / 1.609344) };
}

function hundreds(length: number): string {
  // Not toLocaleString: its answer depends on the machine's language data.
  return String(Math.round(length / 100) * 100).replace(/\B(?=(\d{3})+$)/g, ",");
}
