import { printProblems } from "../problems/print.ts";
import type { BuildSummary } from "../site/build.ts";
import { buildIfChanged } from "../site/unchanged.ts";
import {
  createProgress,
  formatDueNote,
  formatTranslationNote,
  parseArguments,
  root,
  runCommand,
} from "./command.ts";
import { readSettings } from "./settings.ts";

await runCommand(async () => {
  const { pages } = parseArguments(process.argv.slice(2), ["pages"]);
  const started = performance.now();
  const settings = { ...(await readSettings(root, process.env, console.log)), pagesOnly: pages };
  const summary = await buildIfChanged(settings, async () => {
    // What it needs takes longer to load than to see that nothing has changed.
    const { buildSite } = await import("../site/build.ts");
    return buildSite(settings, createProgress(process.stderr));
  });
  printProblems(summary.warnings);
  for (const line of formatTranslationNote(summary.translations)) console.log(line);
  if (!process.env.SOURCE_DATE_EPOCH) {
    for (const line of formatDueNote(summary.coming, Date.now())) console.log(line);
  }
  console.log(formatSummary(summary, (performance.now() - started) / 1000));
  if (pages) console.log("Pages only: not to be published without photographs, cards and search.");
});

/** The last line of a build: what was made, and how long it took. */
function formatSummary(summary: BuildSummary, seconds: number): string {
  const { pages, leftOut, made, reused, files, bytes } = summary;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  const later = leftOut > 0 ? ` (${leftOut} left out: drafts or not due yet)` : "";
  return `${pages} pages${later}; photographs and cards: ${made} made, ${reused} reused; ${files} files, ${megabytes} MB in _site/; ${seconds.toFixed(1)} s`;
}
