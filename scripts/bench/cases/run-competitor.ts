import { EnvironmentFailure } from "../../problems/problem.ts";
import { lastLines } from "../measure/last-lines.ts";
import type { Measurement } from "../measure/measurement.ts";
import { runMeasured } from "../measure/run-measured.ts";
import type { Competitor } from "./bench-case.ts";

/**
 * Prepares a competitor, runs it once and looks at what it made.
 *
 * @throws EnvironmentFailure with its last lines when it fails or leaves work undone
 */
export async function runCompetitor(competitor: Competitor): Promise<Measurement> {
  const { name, command, prepare, fault } = competitor;
  await prepare?.();
  const { output, ...measurement } = await runMeasured(name, command);
  const wrong = await fault();
  if (wrong === undefined) return measurement;
  throw new EnvironmentFailure(
    `${name} did not do its work (${wrong}) and was not measured — it said last:\n${lastLines(output)}`,
  );
}
