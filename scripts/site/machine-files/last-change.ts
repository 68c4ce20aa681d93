import type { Entry, WrittenDate } from "../../content/entry.ts";

/**
 * When a page last changed, as its content says; undefined where it does not. The date of an
 * article from the archive is the day on which it came to this site.
 */
export function lastChange({ updated, date }: Entry): WrittenDate | undefined {
  return updated ?? date;
}
