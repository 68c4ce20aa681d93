import path from "node:path";
import plan from "../../eleventy.config.ts";
import { printProblems } from "../problems/print.ts";
import { buildSite } from "../site/build-site.ts";
import { createProgress } from "./create-progress.ts";
import { formatSummary } from "./format-summary.ts";
import { formatTranslationNote } from "./format-translation-note.ts";
import { parseArguments } from "./parse-arguments.ts";
import { readSettings } from "./read-settings.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

await runCommand(async () => {
  const { pages } = parseArguments(process.argv.slice(2), { pages: { type: "boolean" } });
  const started = performance.now();
  const settings = { ...(await readSettings(root, process.env, console.log)), pagesOnly: pages };
  const summary = await buildSite(settings, plan, createProgress(process.stderr));
  printProblems(summary.warnings);
  for (const line of formatTranslationNote(summary.translations.length)) console.log(line);
  console.log(formatSummary(summary, (performance.now() - started) / 1000));
  if (pages) console.log("Pages only: not to be published without photographs, cards and search.");
});
