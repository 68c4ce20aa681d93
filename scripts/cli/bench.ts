import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import plan from "../../eleventy.config.ts";
import { benchLoad } from "../bench/bench-load.ts";
import { benchPages } from "../bench/bench-pages.ts";
import { groups } from "../bench/cases/groups.ts";
import { runGroups } from "../bench/cases/run-groups.ts";
import { describeMachine } from "../bench/report/describe-machine.ts";
import { writeReport } from "../bench/report/write-report.ts";
import { reportLoad } from "../bench/report-load.ts";
import { reportPages } from "../bench/report-pages.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { prepareServers } from "../servers/servers.ts";
import { renderSite } from "../site/render-site.ts";
import { liveSite } from "../site/site-folders.ts";
import { writeServerFiles } from "../site/write-server-files.ts";
import { createProgress, parseArguments, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";
import { chooseAddresses, ensureSite } from "./site.ts";

const root = path.resolve(import.meta.dirname, "../..");
const results = path.join(root, ".cache/bench");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

await runCommand(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  const report = await reportOf(name, args);
  console.log(report);
  console.log(`Written to ${path.relative(root, results)}/.`);
});

async function reportOf(name: string, args: readonly string[]): Promise<string> {
  if (name === "pages") return keep("pages.md", await pages(args));
  if (name === "quick") return compareAll(chooseGroups(args), true);
  parseArguments(args, []);
  if (name === "load") return keep("load.md", await load());
  if (name === "") return compareAll(Object.keys(groups), false);
  if (Object.hasOwn(groups, name)) return compareAll([name], false);
  const known = ["quick", ...Object.keys(groups), "pages", "load"];
  const commands = known.map((each) => `“npm run bench -- ${each}”`);
  throw new EnvironmentFailure(
    `There is no bench “${name}” — type “npm run bench” for everything, or ${commands.join(" or ")}`,
  );
}

/** The groups of a quick run: those that are named, or all that are quick enough. */
function chooseGroups(names: readonly string[]): readonly string[] {
  const unknown = names.find((name) => !Object.hasOwn(groups, name));
  // Lighthouse alone takes half a minute a page.
  const usual = Object.keys(groups).filter((name) => name !== "served");
  if (unknown === undefined) return names.length > 0 ? names : usual;
  throw new EnvironmentFailure(
    `There is no bench “quick ${unknown}” — name ${Object.keys(groups).join(", ")}, or nothing for all but “served”`,
  );
}

async function keep(file: string, report: string): Promise<string> {
  await mkdir(results, { recursive: true });
  await writeFile(path.join(results, file), report);
  return report;
}

/** Groups of cases, this project beside what people would use instead. */
async function compareAll(names: readonly string[], quick: boolean): Promise<string> {
  // So that what stands at the end of a process is done: programs ended, the temporary folder removed.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => process.exit(2));
  }
  const started = performance.now();
  const say = (line: string): void => {
    const seconds = (performance.now() - started) / 1000;
    console.error(`${seconds.toFixed(0).padStart(5)} s  ${line}`);
  };
  const { now, commit } = await readSettings(root, process.env, say);
  const epoch = String(Math.floor(now / 1000));
  const rows = await runGroups(names, { root, epoch, quick, say });
  return writeReport(results, {
    date: new Date().toISOString().slice(0, 10),
    commit: commit?.hash.slice(0, 10),
    machine: describeMachine(),
    quick,
    rows,
  });
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
  const rendered = await renderSite(settings, plan);
  const { nginx } = await writeServerFiles(rendered, path.join(root, ".cache/hosts"));
  const cache = path.join(root, ".cache/compress");
  const site = { folder: liveSite(root), prefix: settings.prefix, addresses, cache };
  return reportLoad(await benchLoad({ ...site, serverBlock: nginx }));
}
