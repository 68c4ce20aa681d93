import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { benchPages } from "../bench/bench-pages.ts";
import { reportPages } from "../bench/report-pages.ts";
import { EnvironmentFailure } from "../lib/failure.ts";
import { liveSite } from "../site/site-folders.ts";
import { chooseAddresses } from "./choose-addresses.ts";
import { createProgress } from "./create-progress.ts";
import { ensureSite } from "./ensure-site.ts";
import { readSettings } from "./read-settings.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

const cases: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = { pages };

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
