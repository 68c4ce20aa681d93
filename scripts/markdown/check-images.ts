import type { MarkdownText } from "./check-markdown.ts";
import { finding } from "./finding.ts";
import type { Suspect } from "./suspect.ts";

/**
 * Where pictures stand. What is wrong with the photograph itself, its path, its record and its alt
 * text, is for the photographs' own check.
 */
export function checkImages({ references, short }: MarkdownText): Suspect[] {
  return references.images.flatMap(({ written, alone, line, column }) => {
    if (alone && !short) return [];
    const rule = short ? "picture-in-short-text" : "picture-in-text";
    return [{ ...finding(rule, { written }), line, column }];
  });
}
