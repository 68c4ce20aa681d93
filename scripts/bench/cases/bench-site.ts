import { existsSync } from "node:fs";
import path from "node:path";
import { removeAll } from "../peers/remove-all.ts";
import { type BenchGroup, thisProject } from "./bench.ts";
import { projectWith } from "./project-with.ts";

/** This site as it is, everything it consists of: without any cache, and with all of them. */
export const benchSite: BenchGroup = async (bench) => {
  const { folder, command } = await projectWith(bench, 0);
  const competitor = {
    name: thisProject,
    command: command("build"),
    fault: async () =>
      existsSync(path.join(folder, "_site/pagefind/pagefind.js"))
        ? undefined
        : "the search index is not there",
  };
  const cold = await bench.compare({
    id: "site-cold",
    title: "This site, cold",
    turns: 1,
    competitors: [{ ...competitor, prepare: () => removeAll(folder, ".cache", "_site") }],
  });
  // The second build after a cold one is the first that finds every cache filled.
  await bench.run(competitor);
  const warm = await bench.compare({
    id: "site-warm",
    title: "This site, warm",
    turns: bench.quick ? 2 : 5,
    competitors: [competitor],
  });
  return [...cold, ...warm];
};
