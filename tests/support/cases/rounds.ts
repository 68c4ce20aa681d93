import type { Case } from "./parse-case.ts";

/**
 * Divides cases into as few rounds as come of putting each into the first that has none of its
 * files yet: one file cannot be wrong in two ways at once.
 */
export function rounds<C extends Case>(cases: readonly C[]): C[][] {
  const made: { cases: C[]; taken: Set<string> }[] = [];
  for (const one of cases) {
    const paths = one.files.map((file) => file.path.toLowerCase());
    let round = made.find(({ taken }) => paths.every((path) => !taken.has(path)));
    if (round === undefined) {
      round = { cases: [], taken: new Set() };
      made.push(round);
    }
    round.cases.push(one);
    for (const path of paths) round.taken.add(path);
  }
  return made.map((round) => round.cases);
}
