import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareMeasuring } from "../measure/prepare-measuring.ts";
import type { Bench } from "./bench.ts";
import type { BenchRow } from "./bench-row.ts";
import { compare } from "./compare.ts";
import { groups } from "./groups.ts";
import { runCompetitor } from "./run-competitor.ts";

/**
 * Runs groups of cases one after the other, in a temporary folder that is removed at the end, however
 * this process ends.
 *
 * @param names of groups, see `groups`
 * @returns their rows
 * @throws EnvironmentFailure when something cannot be measured
 */
export async function runGroups(
  names: readonly string[],
  { root, epoch, quick, say }: Pick<Bench, "root" | "epoch" | "quick" | "say">,
): Promise<BenchRow[]> {
  prepareMeasuring(say);
  const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));
  const remove = (): void =>
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once("exit", remove);
  try {
    const rows: BenchRow[] = [];
    for (const name of names) {
      const group = groups[name];
      if (group === undefined) throw new Error(`no group “${name}”`);
      const bench: Bench = {
        ...{ root, scratch, epoch, quick, say },
        compare: (benchCase) => compare(name, benchCase, say),
        run: runCompetitor,
      };
      rows.push(...(await group(bench)));
    }
    return rows;
  } finally {
    process.off("exit", remove);
    remove();
  }
}
