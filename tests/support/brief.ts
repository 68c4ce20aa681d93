import type { Problem } from "../../scripts/problems/problem.ts";

/**
 * A problem without its sentences, which `tests/fixtures/bad/` proves word for word: its place, its
 * rule, and what the remedy tells to write.
 */
export function brief({ line, column, rule, remedy }: Problem): string {
  const quoted = Array.from(remedy.matchAll(/`([^`]+)`/g), ([, words]) => words);
  return [`${line}:${column}`, rule, ...quoted].join(" ");
}
