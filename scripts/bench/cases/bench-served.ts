import { existsSync } from "node:fs";
import path from "node:path";
import { prepareBrowser } from "../../browser/prepare-browser.ts";
import { prepareServers } from "../../servers/prepare-servers.ts";
import { benchLoad } from "../bench-load.ts";
import { benchPages, type PageBench } from "../bench-pages.ts";
import { sumBytes } from "../sum-bytes.ts";
import { type Bench, type BenchGroup, thisProject } from "./bench.ts";
import type { BenchRow } from "./bench-row.ts";
import { type BenchProject, projectWith } from "./project-with.ts";

const article = "/news/culture-day/";
const someAddresses = ["/", `/zh${article}`];
const loadSeconds = 5;

/** What visitors are sent: some pages in a browser and before Lighthouse, and a server under load. */
export const benchServed: BenchGroup = async (bench) => {
  const project = await projectWith(bench, 0);
  const folder = path.join(project.folder, "_site");
  if (!existsSync(path.join(folder, "pagefind"))) await runPart(bench, project, "build");
  prepareBrowser(bench.say);
  const site = { folder, prefix: "/", addresses: someAddresses };
  const pages = await benchPages(site, (label, done, total) =>
    bench.say(`${label} ${done} of ${total}`),
  );
  const rows = pages.map(pageRow);
  return bench.quick ? rows : [...rows, ...(await loadRows(bench, project, folder))];
};

function runPart(bench: Bench, { command }: BenchProject, script: string): Promise<unknown> {
  bench.say(`Served pages: ${script}`);
  return bench.run({
    name: thisProject,
    command: command(script),
    fault: async () => undefined,
  });
}

function pageRow({ address, weight, audit }: PageBench): BenchRow {
  const { performance, accessibility, bestPractices, seo } = audit.scores;
  return {
    group: "served",
    id: `served-${address}`,
    title: `Page ${address}`,
    competitor: thisProject,
    figures: { bytes: [sumBytes(weight.whole)] },
    note: `Lighthouse ${performance} ${accessibility} ${bestPractices} ${seo}`,
  };
}

async function loadRows(bench: Bench, project: BenchProject, folder: string): Promise<BenchRow[]> {
  prepareServers(bench.say);
  await runPart(bench, project, "hosts");
  const serverBlock = path.join(project.folder, ".cache/hosts/nginx.conf");
  const cache = path.join(project.folder, ".cache/compress");
  const site = { folder, prefix: "/", addresses: someAddresses, serverBlock, cache };
  bench.say("nginx under load, twice.");
  const servers = await benchLoad(site, loadSeconds);
  return servers.map(({ server, load }) => ({
    group: "served",
    id: "served-load",
    title: "nginx under load, an answer",
    competitor: server === "generated" ? thisProject : server,
    figures: { bytes: [load.bytes / load.requests] },
    note: `${(load.requests / load.seconds).toFixed(0)} answers a second, ${load.errors} errors`,
  }));
}
