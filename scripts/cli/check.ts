import path from "node:path";
import { checkSite } from "../site/check-site.ts";
import { printProblems } from "./print-problems.ts";
import { readSettings } from "./read-settings.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");

await runCommand(async () => {
  const { published, warnings } = await checkSite(
    await readSettings(root, process.env, console.log),
  );
  printProblems(warnings);
  console.log(`${published.length} pages are in order.`);
});
