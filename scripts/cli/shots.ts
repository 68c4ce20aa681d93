import path from "node:path";
import { changedPages, shootChanges } from "../browser/before-after.ts";
import { listAddresses } from "../browser/serve.ts";
import { shootSite } from "../browser/sheet.ts";
import { compareCodeUnits, countWords } from "../lib/lists.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { liveSite } from "../site/write.ts";
import { createProgress, root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";
import { chooseAddresses, ensureSite } from "./site.ts";

const site = liveSite(root);
const out = path.join(root, ".cache/shots");
const seeThere = `in ${path.relative(root, out)}/; see index.html there.`;
const progress = createProgress(process.stderr);
/** A changed style changes every page: so many are enough to see how. */
const mostCompared = 40;

// `npm run shots [-- address …]`, or `npm run shots -- --before FOLDER [address …]`
await runCommand(async () => {
  const settings = await readSettings(root, process.env, console.log);
  const addresses = await ensureSite(settings);
  const args = process.argv.slice(2);
  if (args[0] === "--before") return compare(settings.prefix, addresses, args[1], args.slice(2));
  const wanted = chooseAddresses(addresses, args);
  const order = { folder: site, prefix: settings.prefix, addresses: wanted, out };
  console.log(`${await shootSite(order, progress)} screenshots ${seeThere}`);
});

/** @throws EnvironmentFailure where `before` holds no site */
async function compare(
  prefix: string,
  addresses: readonly string[],
  before = "",
  wanted: readonly string[] = [],
): Promise<void> {
  const old = await listAddresses(before);
  if (old.length === 0) {
    throw new EnvironmentFailure(
      `There is no page in “${before}” — give the folder of a site that this project built, after --before`,
    );
  }
  const all = [...new Set([...old, ...addresses])].sort(compareCodeUnits);
  const asked = chooseAddresses(all, wanted);
  const sites = { before, after: site };
  const changed = await changedPages(sites, asked);
  const compared = changed.slice(0, mostCompared);
  const shots = await shootChanges({ ...sites, prefix, addresses: compared, out }, progress);

  const different = new Set(shots.map(({ address }) => address));
  const same = compared.filter((address) => !different.has(address));
  console.log(
    `${changed.length} of ${countWords(asked.length, "page")} differ from ${before}; ${different.size} look different.`,
  );
  if (shots.length > 0)
    console.log(`${countWords(shots.length, "picture")}, old beside new, ${seeThere}`);
  if (same.length > 0) console.log(`These look the same: ${same.join(", ")}`);
  const rest = changed.slice(mostCompared);
  if (rest.length > 0)
    console.log(`Not looked at, as ${mostCompared} pages are enough: ${rest.join(", ")}`);
}
