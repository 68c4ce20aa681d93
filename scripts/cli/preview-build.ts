import path from "node:path";
import plan from "../../eleventy.config.ts";
import { formatProblem } from "../lib/format-problem.ts";
import { sortProblems } from "../lib/sort-problems.ts";
import type { BuildOutcome } from "../site/preview/build-outcome.ts";
import { buildPreview } from "../site/preview/build-preview.ts";
import type { BuilderMessage } from "../site/preview/builder.ts";
import { rehearse } from "../site/preview/rehearse.ts";
import { createProgress } from "./create-progress.ts";
import { explainFailure } from "./explain-failure.ts";
import { readSettings } from "./read-settings.ts";

// Forked by `npm start`: builds the preview once, when told to, and says how it ended.
const root = path.resolve(import.meta.dirname, "../..");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

// `npm start` has said where the build's date comes from.
const settings = () => readSettings(root, process.env, () => {});

const begun = new AbortController();
// Nobody would see what is built without the preview.
process.on("disconnect", () => process.exit());
process.on("message", async (message: BuilderMessage) => {
  if (message === "build") {
    begun.abort();
    const ended = await outcome();
    process.send?.(ended, () => process.exit());
  } else {
    // What is wrong is told by the build.
    await settings()
      .then((read) => rehearse(read, begun.signal))
      .catch(() => {});
  }
});

async function outcome(): Promise<BuildOutcome> {
  const started = performance.now();
  try {
    const progress = createProgress(process.stderr);
    const summary = await buildPreview(await settings(), plan, progress);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    return {
      ok: true,
      warnings: sortProblems(summary.notes.warnings).map(formatProblem),
      summary: `${summary.pages} pages in ${seconds} s`,
    };
  } catch (error) {
    return { ok: false, sentences: explainFailure(error) };
  }
}
