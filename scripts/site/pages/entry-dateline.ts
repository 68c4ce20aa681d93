import type { Entry } from "../../content/entry.ts";
import { type Dateline, dateline } from "../../lib/dates.ts";

/** The date an entry shows; none for articles from the archive, whose dates nobody recorded. */
export function entryDateline(entry: Entry): Dateline | undefined {
  return entry.archive || !entry.date ? undefined : dateline(entry.date.day, entry.language);
}
