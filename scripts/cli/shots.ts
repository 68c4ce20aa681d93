import path from "node:path";
import { takeShots } from "../browser/shots.ts";
import { liveSite } from "../site/write.ts";
import { createProgress, root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";
import { chooseAddresses, ensureSite } from "./site.ts";

// `npm run shots [-- address …]`
await runCommand(async () => {
  const settings = await readSettings(root, process.env, console.log);
  const addresses = chooseAddresses(await ensureSite(settings), process.argv.slice(2));
  const out = path.join(root, ".cache/shots");
  const site = { folder: liveSite(root), prefix: settings.prefix };
  const count = await takeShots({ ...site, addresses, out }, createProgress(process.stderr));
  console.log(`${count} screenshots in ${path.relative(root, out)}/; see index.html there.`);
});
