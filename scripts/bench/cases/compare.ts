import type { Measurement } from "../measure/measurement.ts";
import type { BenchCase, Competitor } from "./bench-case.ts";
import type { BenchRow } from "./bench-row.ts";
import { runCompetitor } from "./run-competitor.ts";

/**
 * Runs the competitors of a case in turns, A B C A B C, so that what changes on the machine
 * meanwhile meets all of them alike, and measures each run.
 *
 * @returns a row each, in the order of the competitors
 * @throws EnvironmentFailure when one of them fails or leaves work undone
 */
export async function compare(
  group: string,
  { id, title, competitors, turns }: BenchCase,
  say: (line: string) => void,
): Promise<BenchRow[]> {
  const runs = new Map<Competitor, Measurement[]>(competitors.map((each) => [each, []]));
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const [competitor, measurements] of runs) {
      if (turn > (competitor.turns ?? turns)) continue;
      const measured = await runCompetitor(competitor);
      measurements.push(measured);
      const seconds = measured.wall.toFixed(2);
      say(`${title}: ${competitor.name}, turn ${turn} of ${turns}: ${seconds} s`);
    }
  }
  return [...runs].map(([{ name }, measurements]) => ({
    group,
    id,
    title,
    competitor: name,
    figures: {
      wall: measurements.map(({ wall }) => wall),
      cpu: measurements.map(({ cpu }) => cpu),
      memory: measurements.map(({ memory }) => memory),
    },
  }));
}
