import { generateArticles } from "../content/generate-articles.ts";
import { writeArticles } from "../content/write-articles.ts";
import type { Measurement } from "../measure/measurement.ts";
import { formatCount } from "../report/format-count.ts";
import { type Bench, thisProject } from "./bench.ts";
import type { BenchRow } from "./bench-row.ts";
import { projectWith } from "./project-with.ts";
import { sharePhotographs } from "./share-photographs.ts";

type Costs = Pick<Measurement, "wall" | "cpu">;

/**
 * What `--pages` leaves out, measured once each. Search and cards are no commands of their own:
 * theirs is what a build takes longer with them than without, all else being in the caches.
 */
export async function benchParts(bench: Bench, count: number): Promise<BenchRow[]> {
  const { folder, news, command } = await projectWith(bench, 0, "project-parts");
  await sharePhotographs(bench, folder);
  const run = (script: string, ...args: string[]): Promise<Measurement> =>
    bench.run({
      name: thisProject,
      command: command(script, ...args),
      fault: async () => undefined,
    });
  const title = `${formatCount(count)} articles`;
  bench.say(`${title}: search, cards and compression, one after the other.`);
  // Puts the photographs and cards of the site itself into the cache: the articles’ alone are left.
  await run("build");
  await writeArticles(news, generateArticles(count));
  // Only the third build of a kind finds its own site to be made of, and every cache filled.
  for (const _ of [1, 2]) await run("build", "--pages");
  const onlyPages = await run("build", "--pages");
  const all = await run("build");
  await run("build");
  const allButCards = await run("build");
  const compression = await run("compress");
  const row = (part: string, { wall, cpu }: Costs): BenchRow => ({
    group: "scale",
    id: `parts-${part}`,
    title: `${title}, ${part}`,
    competitor: thisProject,
    figures: { wall: [wall], cpu: [cpu] },
  });
  return [
    row("cards", difference(all, allButCards)),
    row("search", difference(allButCards, onlyPages)),
    row("compression", compression),
  ];
}

/** Noise can make a difference of nearly nothing negative. */
function difference(more: Costs, fewer: Costs): Costs {
  return {
    wall: Math.max(0, more.wall - fewer.wall),
    cpu: Math.max(0, more.cpu - fewer.cpu),
  };
}
