// `npm test` and `npm run test:long`: see README.md beside this file.

import { readFileSync } from "node:fs";
import { prepareBrowser } from "../scripts/browser/browser.ts";
import { prepareFirefox } from "../scripts/browser/firefox.ts";
import { prepareServers } from "../scripts/servers/servers.ts";
import { listFiles } from "./support/files.ts";
import { buildOnce, type ProjectCopy } from "./support/project.ts";
import {
  addTallies,
  chooseTestFiles,
  readArguments,
  runCommand,
  runTestFiles,
  type Tally,
} from "./support/runner.ts";

const minute = 60_000;
const started = performance.now();
const root = process.cwd();
const tallies: Tally[] = [];
let project: ProjectCopy | undefined;

try {
  const { long, only, paths } = readArguments(process.argv.slice(2));
  const takes = (step: typeof only) => only === undefined || only === step;
  const whole = !long && paths.length === 0;
  const files = (await listFiles(`${root}/tests`)).map((file) => `tests/${file}`);
  const chosen = chooseTestFiles(files, { long, paths });
  const unit = takes("unit") ? chosen.unit : [];
  const site = takes("site") ? chosen.site : [];
  const browser = takes("browser") ? chosen.browser : [];

  if (whole && takes("types")) {
    heading("Types");
    const tsc = "node_modules/typescript/bin/tsc";
    tallies.push(await runCommand("types", process.execPath, [tsc, "--noEmit"]));
    const scripts = [tsc, "--noEmit", "--project", "assets/scripts"];
    tallies.push(await runCommand("types of the browser's scripts", process.execPath, scripts));
  }
  if (whole && takes("lint")) {
    heading("Lint");
    const biome = "node_modules/@biomejs/biome/bin/biome";
    tallies.push(await runCommand("lint", process.execPath, [biome, "ci"]));
  }
  if ([...unit, ...site, ...browser].some(usesBuiltProject)) {
    heading("A project for the tests, built");
    project = await buildOnce().catch((error: Error) => {
      tallies.push({ passed: 0, failures: [`the project for the tests: ${error.message}`] });
      return undefined;
    });
    if (project) process.env.BUILT_PROJECT = project.root;
  }
  if (unit.length > 0) {
    heading("Unit tests");
    const timeout = (long ? 115 : 10) * minute;
    // The long cases kill and build the site: one at a time, each by itself.
    const at = long ? { concurrency: 1 } : { concurrency: 2, groups: 2 };
    tallies.push(await runTestFiles(unit, { root, timeout, ...at }));
  }
  // One step alone tests the site that is there.
  if (site.length + browser.length > 0 && only === undefined) {
    heading("Build");
    const build = await runCommand("build", "npm", ["run", "--silent", "build"]);
    tallies.push(build);
    // A site left from an earlier build would be tested in the place of this one.
    if (build.failures.length > 0) throw new Error("the built site was not tested: no build");
  }
  if (site.length > 0) {
    heading("The built site");
    prepareServers(console.log);
    tallies.push(
      await runTestFiles(site, { root, timeout: 10 * minute, concurrency: 2, groups: 1 }),
    );
  }
  if (browser.length > 0) {
    heading("Real browser");
    // Once for all files, which inherit the answer.
    process.env.CHROME_PATH = prepareBrowser(console.log);
    process.env.FIREFOX_PATH = prepareFirefox(console.log);
    prepareServers(console.log);
    tallies.push(await runTestFiles(browser, { root, timeout: 15 * minute, concurrency: 2 }));
  }
  // A run of nothing must not look sound.
  if (tallies.length === 0) throw new Error(`there is no test of ${only} among these`);
} catch (error) {
  tallies.push({ passed: 0, failures: [error instanceof Error ? error.message : String(error)] });
} finally {
  await project?.[Symbol.asyncDispose]();
}

const { passed, failures } = addTallies(tallies);
if (failures.length > 0) {
  heading("Failed");
  for (const failure of failures) console.log(`✖ ${failure}`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\nℹ tests ${passed + failures.length}\nℹ pass ${passed}\nℹ fail ${failures.length}`);
console.log(`ℹ seconds ${seconds}\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

function usesBuiltProject(file: string): boolean {
  return readFileSync(file, "utf8").includes("builtProject");
}

function heading(text: string): void {
  console.log(`\n== ${text}`);
}
