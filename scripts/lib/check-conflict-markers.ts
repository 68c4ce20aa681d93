import { positionFinder } from "./position-finder.ts";
import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { textRules } from "./text-rules.ts";

/** The lines that git writes around two versions it could not merge, wherever they stand. */
export function checkConflictMarkers(path: string, text: string): Problem[] {
  const markers = /^(?:(<{7}|>{7}|\|{7})(?=[ \n]|$)|(={7})[ \t]*$)/gm;
  const problems: Problem[] = [];
  let position: ReturnType<typeof positionFinder> | undefined;
  for (const match of text.matchAll(markers)) {
    position ??= positionFinder(text);
    const place = { path, ...position(match.index) };
    const marker = match[1] ?? match[2] ?? "";
    problems.push(problemOf(textRules, "conflict-marker", place, { marker }));
  }
  return problems;
}
