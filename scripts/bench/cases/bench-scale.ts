import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Article, generateArticles } from "../content/generate-articles.ts";
import { missingArticles } from "../content/missing-articles.ts";
import { astro } from "../peers/astro.ts";
import { removeAll } from "../peers/remove-all.ts";
import { formatCount } from "../report/format-count.ts";
import { type Bench, type BenchGroup, thisProject } from "./bench.ts";
import type { Competitor } from "./bench-case.ts";
import { benchParts } from "./bench-parts.ts";
import type { BenchRow } from "./bench-row.ts";
import { editArticle } from "./edit-article.ts";
import { projectWith } from "./project-with.ts";
import { scaleSizes } from "./scale-sizes.ts";
import { type PeersHere, setUpPeers } from "./set-up-peers.ts";

/** Generated articles in two numbers, beside the peers: pages, lists, feeds and sitemap. */
export const benchScale: BenchGroup = async (bench) => {
  const { quick } = bench;
  const { small, large } = scaleSizes(quick);
  const here = await setUpPeers(bench);
  if (quick) return benchSize(bench, "large", large, here);
  return [
    ...(await benchSize(bench, "small", small, here)),
    ...(await benchParts(bench, 50)),
    ...(await benchSize(bench, "large", large, here)),
  ];
};

async function benchSize(
  bench: Bench,
  id: "small" | "large",
  count: number,
  { peers, missing }: PeersHere,
): Promise<BenchRow[]> {
  const title = `${formatCount(count)} articles`;
  bench.say(`${title}: writing them.`);
  const articles = generateArticles(count);
  const ours = await competitorOf(bench, articles);
  for (const peer of peers) await peer.take(articles);
  const turns = bench.quick ? 1 : 2;
  const cold = { id: `${id}-cold`, title: `${title}, cold` };
  const rows = await bench.compare({
    ...cold,
    turns,
    competitors: [
      { ...ours.competitor, prepare: ours.clear },
      ...peers.map(({ name, build, clear, output }) => ({
        name,
        command: build,
        prepare: clear,
        turns: name === astro.name ? 1 : turns,
        fault: () => missingArticles(output, articles),
      })),
    ],
  });
  // The versions, once.
  for (const row of id === "large" ? rows : []) {
    const described = peers.find(({ name }) => name === row.competitor)?.described;
    if (described) row.note = described;
  }
  for (const { name, missing: why } of missing) {
    rows.push({ group: "scale", ...cold, competitor: name, figures: {}, missing: why });
  }
  // The second build after a cold one is the first that finds every cache filled.
  await bench.run(ours.competitor);
  const warm = { id: `${id}-warm`, title: `${title}, warm`, competitors: [ours.competitor] };
  rows.push(...(await bench.compare({ ...warm, turns })));
  const changed = { id: `${id}-changed`, title: `${title}, one changed` };
  rows.push(...(await bench.compare({ ...changed, turns, competitors: [ours.changed] })));
  return rows;
}

/** This project, with these articles: as it is, how to clear it, and with an edit before each turn. */
async function competitorOf(
  bench: Bench,
  articles: readonly Article[],
): Promise<{ competitor: Competitor; clear: () => Promise<void>; changed: Competitor }> {
  const { folder, news, command } = await projectWith(bench, articles.length);
  const output = path.join(folder, "_site");
  const competitor: Competitor = {
    name: thisProject,
    command: command("build", "--pages"),
    fault: () => missingArticles(output, articles),
  };
  const { name = "" } = articles[articles.length >> 1] ?? {};
  let edits = 0;
  const sentence = (): string => `Edit number ${edits}.`;
  const changed: Competitor = {
    ...competitor,
    async prepare() {
      edits += 1;
      await editArticle(path.join(news, `${name}.md`), sentence());
    },
    async fault() {
      const html = await readFile(path.join(output, "news", name, "index.html"), "utf8");
      return html.includes(sentence()) ? competitor.fault() : "the edit is not in the page";
    },
  };
  return { competitor, clear: () => removeAll(folder, ".cache", "_site"), changed };
}
