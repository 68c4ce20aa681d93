import type { Language } from "../lib/language.ts";
import type { PhotoRecord } from "./photo-record.ts";

/** The use's own text where it has one, else the record's; empty where neither says anything. */
export function alternativeText(
  written: string | undefined,
  record: PhotoRecord,
  language: Language,
): string {
  return written?.trim() || record.alt[language];
}
