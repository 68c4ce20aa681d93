import { existsSync } from "node:fs";
import path from "node:path";
import { prepareBrowser } from "../../browser/browser.ts";
import { benchPages, type PageBench } from "../bench-pages.ts";
import { sumBytes } from "../sum-bytes.ts";
import { type BenchGroup, thisProject } from "./bench.ts";
import type { BenchRow } from "./bench-row.ts";
import { projectWith } from "./project-with.ts";

const addresses = ["/", "/zh/news/culture-day/"];

/** What visitors are sent: two pages, in a browser and before Lighthouse. */
export const benchServed: BenchGroup = async (bench) => {
  const project = await projectWith(bench, 0);
  const folder = path.join(project.folder, "_site");
  if (!existsSync(path.join(folder, "pagefind"))) {
    bench.say("Served pages: building them.");
    const fault = async () => undefined;
    await bench.run({ name: thisProject, command: project.command("build"), fault });
  }
  prepareBrowser(bench.say);
  const site = { folder, prefix: "/", addresses };
  const pages = await benchPages(site, (label, done, total) =>
    bench.say(`${label} ${done} of ${total}`),
  );
  return pages.map(pageRow);
};

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
