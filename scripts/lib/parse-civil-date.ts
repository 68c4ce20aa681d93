import type { CivilDate } from "./civil-date.ts";
import { daysInMonth } from "./days-in-month.ts";

/** Reads `YYYY-MM-DD`, years 1000–9999. Undefined for any other form and for days that do not exist. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
}
