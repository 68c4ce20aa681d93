import path from "node:path";
import { articleGroups } from "../bench/articles.ts";
import { type Bench, type Row, report, temporaryFolder, us } from "../bench/bench.ts";
import { benchLikeness } from "../bench/likeness.ts";
import { benchLoad, reportLoad } from "../bench/load.ts";
import { benchPages, reportPages } from "../bench/pages.ts";
import { benchPhotographs } from "../bench/photographs.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { prepareServers } from "../servers/servers.ts";
import { makeSite } from "../site/build.ts";
import { writeServerFiles } from "../site/hosts.ts";
import { memoryOutput } from "../site/site-file.ts";
import { liveSite } from "../site/write.ts";
import { createProgress, root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";
import { chooseAddresses, ensureSite } from "./site.ts";

/** What the table is made of, in its order. */
const groups: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  ...articleGroups,
  photos: benchPhotographs,
};

// `npm run bench [-- [quick] [group …] [--beside CHECKOUT] | pages [address …] | load]`
await runCommand(async () => {
  // So that what stands at the end of a process is done: programs ended, the temporary folder removed.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(2));
  const args = process.argv.slice(2);
  const at = args.indexOf("--beside");
  const [, beside] = at >= 0 && at + 1 < args.length ? args.splice(at, 2) : [];
  const [name, ...more] = args;
  if (name === "pages") return console.log(await pages(more));
  if (name === "load" && more.length === 0) return console.log(await load());
  const quick = name === "quick";
  console.log(await table(quick, quick ? more : args, beside));
});

/** `[quick] [group …] [--beside CHECKOUT]`: this project beside others. */
async function table(quick: boolean, named: readonly string[], beside?: string): Promise<string> {
  const unknown = named.find((each) => !Object.hasOwn(groups, each));
  if (unknown !== undefined) {
    throw new EnvironmentFailure(
      `There is no bench “${unknown}” — type “npm run bench” for everything, with “-- quick” for less of it, or one of “-- ${Object.keys(groups).join("”, “-- ")}”, “-- pages”, “-- load”`,
    );
  }
  const say = (line: string): void =>
    console.error(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${line}`);
  const { now } = await readSettings(root, process.env, say);
  using scratch = temporaryFolder();
  const epoch = String(Math.floor(now / 1000));
  const checkouts = [{ who: us, root }];
  if (beside) checkouts.push({ who: beside, root: path.resolve(beside) });
  const bench = { root, checkouts, scratch: scratch.path, epoch, quick, say };
  const rows: Row[] = [];
  for (const [name, measured] of Object.entries(groups)) {
    if (named.length > 0 && !named.includes(name)) continue;
    rows.push(...(await measured(bench)));
  }
  const wantsLikeness = !quick && (named.length === 0 || named.includes("photos"));
  const likeness = wantsLikeness ? [await benchLikeness(bench)] : [];
  return [report(rows), ...likeness].join("\n\n");
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
  const rendered = await makeSite(settings, memoryOutput());
  const { nginx } = await writeServerFiles(rendered, path.join(root, ".cache/hosts"));
  const cache = path.join(root, ".cache/compress");
  const site = { folder: liveSite(root), prefix: settings.prefix, addresses, cache };
  return reportLoad(await benchLoad({ ...site, serverBlock: nginx }));
}
