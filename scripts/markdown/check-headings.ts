import type { MarkdownText } from "./check-markdown.ts";
import { type Finding, finding } from "./finding.ts";
import type { HeadingReference } from "./read-references.ts";
import type { Suspect } from "./suspect.ts";

/** Levels, empty headings, headings where none belong. The page's title is the first level. */
export function checkHeadings({ references, short }: MarkdownText): Suspect[] {
  const found: Suspect[] = [];
  let before = 1;
  for (const heading of references.headings) {
    const { line, column, text } = heading;
    const wrong = short ? finding("heading-in-short-text", { text }) : wrongLevel(heading, before);
    if (wrong) found.push({ ...wrong, line, column });
    before = Math.max(2, heading.level);
  }
  return found;
}

function wrongLevel(heading: HeadingReference, before: number): Finding | undefined {
  const { level, text, underlined } = heading;
  const marks = "#".repeat(level);
  if (text === "") return finding("heading-empty", { marks: "#".repeat(Math.max(2, level)) });
  if (level === 1) {
    return finding(underlined ? "heading-underlined" : "heading-first-level", { text });
  }
  if (level <= before + 1) return undefined;
  if (before === 1) return finding("heading-first", { text, marks });
  const next = "#".repeat(before + 1);
  return finding("heading-skipped", { text, marks, before: "#".repeat(before), next });
}
