import type { CivilDate } from "./civil-date.ts";
import { zoneOffset } from "./zone-offset.ts";

/** The day that the calendar in `zone` (IANA name) shows at `instant` (milliseconds since 1970). */
export function civilDateIn(zone: string, instant: number): CivilDate {
  const local = new Date(instant + zoneOffset(zone, instant));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}
