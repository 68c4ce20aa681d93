import path from "node:path";
import { printProblems } from "../problems/print.ts";
import { ContentFailure } from "../problems/problem.ts";
import { makeSite } from "../site/build.ts";
import { limitProblems, writeServerFiles } from "../site/hosts.ts";
import { memoryOutput } from "../site/site-file.ts";
import { parseArguments, root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

// `npm run hosts [-- --cloudflare]`
await runCommand(async () => {
  const { cloudflare } = parseArguments(process.argv.slice(2), ["cloudflare"]);
  const settings = await readSettings(root, process.env, console.log);
  const site = await makeSite(settings, memoryOutput());
  const over = limitProblems(site.served, site.files.length + site.pictures.length, "error");
  if (cloudflare && over.length > 0) throw new ContentFailure(over);
  printProblems(site.notes.warnings);
  const written = await writeServerFiles(site, path.join(root, ".cache/hosts"));
  for (const file of Object.values(written)) {
    console.log(`Written: ${path.relative(root, file)}`);
  }
});
