import path from "node:path";
import { takeShots } from "../shots/take-shots.ts";
import { liveSite } from "../site/site-folders.ts";
import { chooseAddresses } from "./choose-addresses.ts";
import { createProgress } from "./create-progress.ts";
import { ensureSite } from "./ensure-site.ts";
import { readSettings } from "./read-settings.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

// `npm run shots [-- address …]`
await runCommand(async () => {
  const settings = await readSettings(root, process.env, console.log);
  const addresses = chooseAddresses(await ensureSite(settings), process.argv.slice(2));
  const out = path.join(root, ".cache/shots");
  const site = { folder: liveSite(root), prefix: settings.prefix };
  const count = await takeShots({ ...site, addresses, out }, createProgress(process.stderr));
  console.log(`${count} screenshots in ${path.relative(root, out)}/; see index.html there.`);
});
