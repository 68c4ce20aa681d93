import { parseCivilDate } from "./parse-civil-date.ts";

/**
 * Reads a full ISO 8601 instant with its offset, `2026-11-23T18:30+08:00`; seconds and fractions
 * may follow the minutes, `Z` may stand for the offset.
 *
 * @returns milliseconds since 1970 in UTC; undefined for any other form, and for days and times
 * that do not exist
 */
export function parseInstant(text: string): number | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (match === null) return undefined;
  const date = parseCivilDate(match[1] ?? "");
  const [hour, minute, second] = [match[2], match[3], match[4] ?? "0"].map(Number) as [
    number,
    number,
    number,
  ];
  const offset = Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0);
  // UTC+14 (Line Islands) is the greatest offset in use.
  if (date === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  if (Number(match[8] ?? 0) > 59 || offset > 14 * 60) return undefined;
  const fraction = Math.floor(Number(`0.${match[5] ?? "0"}`) * 1000);
  const local = Date.UTC(date.year, date.month - 1, date.day, hour, minute, second, fraction);
  return local - (match[6] === "-" ? -1 : 1) * offset * 60_000;
}
