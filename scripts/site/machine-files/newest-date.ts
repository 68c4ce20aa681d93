import type { WrittenDate } from "../../content/entry.ts";

/** The last of some dates; undefined where there is none. */
export function newestDate(dates: readonly (WrittenDate | undefined)[]): WrittenDate | undefined {
  return dates
    .filter((date) => date !== undefined)
    .reduce<WrittenDate | undefined>(
      (newest, date) => (newest && newest.instant >= date.instant ? newest : date),
      undefined,
    );
}
