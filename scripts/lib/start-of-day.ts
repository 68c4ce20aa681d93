import type { CivilDate } from "./civil-date.ts";
import { zoneOffset } from "./zone-offset.ts";

const day = 86_400_000;

/**
 * The instant (milliseconds since 1970) at which `date` begins in `zone` (IANA name): its 00:00, the
 * first of two where the clocks go back over midnight, or the first instant after the gap where
 * they go forward over it.
 */
export function startOfDay(date: CivilDate, zone: string): number {
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  // No zone is more than a day from UTC, so these are the offsets before and after any change.
  const before = midnight - zoneOffset(zone, midnight - day);
  const after = midnight - zoneOffset(zone, midnight + day);
  const real = [before, after].filter((at) => at + zoneOffset(zone, at) === midnight);
  if (real.length > 0) return Math.min(...real);

  let early = Math.min(before, after) - day;
  let late = Math.max(before, after) + day;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (middle + zoneOffset(zone, middle) >= midnight) late = middle;
    else early = middle;
  }
  return late;
}
