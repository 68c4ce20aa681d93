import type { Language } from "./languages.ts";
import type { Position } from "./position.ts";

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
