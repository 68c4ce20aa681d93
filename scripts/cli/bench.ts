import path from "node:path";
import { groups, runBench } from "../bench/bench.ts";
import { benchLoad, reportLoad } from "../bench/load.ts";
import { benchPages, reportPages } from "../bench/pages.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { prepareServers } from "../servers/servers.ts";
import { makeSite } from "../site/build.ts";
import { writeServerFiles } from "../site/hosts.ts";
import { liveSite } from "../site/write.ts";
import { createProgress, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";
import { chooseAddresses, ensureSite } from "./site.ts";

const root = path.resolve(import.meta.dirname, "../..");
const all = Object.keys(groups) as (keyof typeof groups)[];

// `npm run bench [-- [quick] [group …] | pages [address …] | load]`
await runCommand(async () => {
  const args = process.argv.slice(2);
  const [name, ...more] = args;
  if (name === "pages") return console.log(await pages(more));
  if (name === "load" && more.length === 0) return console.log(await load());
  const quick = name === "quick";
  const named = quick ? more : args;
  const unknown = named.find((each) => !Object.hasOwn(groups, each));
  if (unknown !== undefined) {
    throw new EnvironmentFailure(
      `There is no bench “${unknown}” — type “npm run bench” for everything, with “-- quick” for less of it, or one of “-- ${all.join("”, “-- ")}”, “-- pages”, “-- load”`,
    );
  }
  const chosen = all.filter((each) => named.length === 0 || named.includes(each));
  console.log(await runBench(chosen, await benchOptions(quick)));
});

async function benchOptions(quick: boolean) {
  // So that what stands at the end of a process is done: programs ended, the temporary folder removed.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(2));
  const say = (line: string): void =>
    console.error(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${line}`);
  const { now } = await readSettings(root, process.env, say);
  return { root, quick, say, epoch: String(Math.floor(now / 1000)) };
}

/** `pages [address …]`: what every page weighs, and what Lighthouse says of it. */
async function pages(wanted: readonly string[]): Promise<string> {
  const settings = await readSettings(root, process.env, console.log);
  const addresses = chooseAddresses(await ensureSite(settings), wanted);
  const site = { folder: liveSite(root), prefix: settings.prefix, addresses };
  return reportPages(await benchPages(site, createProgress(process.stderr)));
}

/** `load`: what a real nginx answers when 200 connections ask for every page at once. */
async function load(): Promise<string> {
  prepareServers(console.log);
  const settings = await readSettings(root, process.env, console.log);
  const addresses = await ensureSite(settings);
  const rendered = await makeSite(settings);
  const { nginx } = await writeServerFiles(rendered, path.join(root, ".cache/hosts"));
  const cache = path.join(root, ".cache/compress");
  const site = { folder: liveSite(root), prefix: settings.prefix, addresses, cache };
  return reportLoad(await benchLoad({ ...site, serverBlock: nginx }));
}
