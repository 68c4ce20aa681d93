import path from "node:path";
import configure from "../../eleventy.config.ts";
import { ContentFailure } from "../lib/failure.ts";
import { formatProblem } from "../lib/format-problem.ts";
import { sortProblems } from "../lib/sort-problems.ts";
import type { BuildOutcome } from "../site/preview/build-outcome.ts";
import { buildPreview } from "../site/preview/build-preview.ts";
import { createProgress } from "./progress.ts";
import { readSettings } from "./read-settings.ts";

// Forked by `npm start`: builds the preview once, when told to, and says how it ended.
const root = path.resolve(import.meta.dirname, "../..");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

process.once("message", async () => {
  const ended = await outcome();
  process.send?.(ended, () => process.disconnect());
});

async function outcome(): Promise<BuildOutcome> {
  const started = performance.now();
  try {
    const settings = await readSettings(root, process.env, console.log);
    const summary = await buildPreview(settings, configure, createProgress(process.stderr));
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    return {
      ok: true,
      warnings: sortProblems(summary.warnings).map(formatProblem),
      summary: `${summary.pages} pages in ${seconds} s`,
    };
  } catch (error) {
    if (error instanceof ContentFailure) {
      return { ok: false, sentences: sortProblems(error.problems).map(formatProblem) };
    }
    return { ok: false, sentences: [error instanceof Error ? error.message : String(error)] };
  }
}
