import type { CivilDate } from "./civil-date.ts";

/** `YYYY-MM-DD`. */
export function formatCivilDate({ year, month, day }: CivilDate): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
