import { zoneOffset } from "./zone-offset.ts";

const minute = 60_000;

/**
 * An instant (milliseconds since 1970) as the clocks in `zone` (IANA name) show it, with their
 * offset from UTC: `2025-05-28T00:00:00+01:00`, https://www.rfc-editor.org/rfc/rfc3339#section-5.6.
 * That way readers keep the day on which a page is dated, which UTC would often move.
 */
export function formatInstant(zone: string, instant: number): string {
  // The form has no seconds in offsets, which had some before the days of time zones.
  const offset = Math.round(zoneOffset(zone, instant) / minute);
  const local = new Date(instant + offset * minute).toISOString().slice(0, 19);
  const pad = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
