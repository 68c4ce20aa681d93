import type { Entry } from "../../content/entry.ts";
import type { SiteContext } from "./site-context.ts";

/** The photograph of an entry's front matter, as the filter `photograph` takes it. */
export interface LeadPhotograph {
  /** Path of the original from the project's root. */
  original: string;
  /** Wins over the alt text of the photograph's record. */
  alt: string | undefined;
}

/** See {@link LeadPhotograph}; undefined where the front matter names none. */
export function leadPhotograph(entry: Entry, context: SiteContext): LeadPhotograph | undefined {
  if (!entry.photo) return undefined;
  return {
    original: context.originalOf(entry.source, entry.photo.written),
    alt: entry.photo.alt,
  };
}
