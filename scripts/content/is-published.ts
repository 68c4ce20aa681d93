import type { Entry } from "./entry.ts";

/** Whether `entry` may be shown at `now` (milliseconds since 1970): due, and not a draft. */
export function isPublished(entry: Pick<Entry, "draft" | "due">, now: number): boolean {
  return !entry.draft && (entry.due === undefined || entry.due <= now);
}
