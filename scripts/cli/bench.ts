import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import configure from "../../eleventy.config.ts";
import { benchLoad } from "../bench/bench-load.ts";
import { benchPages } from "../bench/bench-pages.ts";
import { reportLoad } from "../bench/report-load.ts";
import { reportPages } from "../bench/report-pages.ts";
import { EnvironmentFailure } from "../lib/failure.ts";
import { prepareServers } from "../servers/prepare-servers.ts";
import { renderSite } from "../site/render-site.ts";
import { liveSite } from "../site/site-folders.ts";
import { writeServerFiles } from "../site/write-server-files.ts";
import { chooseAddresses } from "./choose-addresses.ts";
import { createProgress } from "./create-progress.ts";
import { ensureSite } from "./ensure-site.ts";
import { parseArguments } from "./parse-arguments.ts";
import { readSettings } from "./read-settings.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

const cases: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = {
  pages,
  load,
};

await runCommand(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  const run = Object.hasOwn(cases, name) ? cases[name] : undefined;
  if (!run) {
    const known = Object.keys(cases).map((each) => `“npm run bench -- ${each}”`);
    const said = name ? `There is no bench “${name}”` : "Nothing was named to measure";
    throw new EnvironmentFailure(`${said} — type ${known.join(" or ")}`);
  }
  const report = await run(args);
  const file = path.join(root, ".cache/bench", `${name}.md`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, report);
  console.log(report);
  console.log(`Written to ${path.relative(root, file)}.`);
});

/** `pages [address …]`: what every page weighs, and what Lighthouse says of it. */
async function pages(wanted: readonly string[]): Promise<string> {
  const settings = await readSettings(root, process.env, console.log);
  const addresses = chooseAddresses(await ensureSite(settings), wanted);
  const site = { folder: liveSite(root), prefix: settings.prefix, addresses };
  return reportPages(await benchPages(site, createProgress(process.stderr)));
}

/** `load`: what a real nginx answers when 200 connections ask for every page at once. */
async function load(args: readonly string[]): Promise<string> {
  parseArguments(args, {});
  prepareServers(console.log);
  const settings = await readSettings(root, process.env, console.log);
  const addresses = await ensureSite(settings);
  const rendered = await renderSite(settings, configure);
  const { nginx } = await writeServerFiles(rendered, path.join(root, ".cache/hosts"));
  const cache = path.join(root, ".cache/compress");
  const site = { folder: liveSite(root), prefix: settings.prefix, addresses, cache };
  return reportLoad(await benchLoad({ ...site, serverBlock: nginx }));
}
