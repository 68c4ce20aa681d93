import { sha256 } from "../lib/sha256.ts";
import type { Entry } from "./entry.ts";

/**
 * Eight hexadecimal digits that change with the text of an English page: the beginning of the
 * SHA-256 of its title, summary and body, joined by line feeds, in UTF-8, without byte order marks,
 * with LF line ends, without blanks at the ends of lines or blank lines at the end of each.
 */
export function translationStamp(entry: Pick<Entry, "title" | "summary" | "body">): string {
  const text = [entry.title, entry.summary, entry.body].map(normalise).join("\n");
  return sha256(text).slice(0, 8);
}

function normalise(text: string): string {
  const lines = text.replaceAll("\ufeff", "").split(/\r\n?|\n/);
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd();
}
