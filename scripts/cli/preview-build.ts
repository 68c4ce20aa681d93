import path from "node:path";
import plan from "../../eleventy.config.ts";
import { formatProblem } from "../problems/print.ts";
import { sortProblems } from "../problems/problem.ts";
import type { BuildOutcome } from "../site/preview/build-outcome.ts";
import { buildPreview, indexPreview } from "../site/preview/build-preview.ts";
import type { BuilderMessage } from "../site/preview/builder.ts";
import { rehearse } from "../site/preview/rehearse.ts";
import type { RenderedSite } from "../site/render-site.ts";
import { createProgress, explainFailure } from "./command.ts";
import { readSettings } from "./settings.ts";

// Forked by `npm start`: builds the preview once, when told to, says how it ended, and goes on with the
// index of the search.
const root = path.resolve(import.meta.dirname, "../..");
// Eleventy finds everything from the working directory, wherever the command was given.
process.chdir(root);

// `npm start` has said where the build's date comes from.
const settings = () => readSettings(root, process.env, () => {});

const begun = new AbortController();
const progress = createProgress(process.stderr);
// Nobody would see what is built without the preview.
process.on("disconnect", () => process.exit());
process.on("message", async (message: BuilderMessage) => {
  if (message === "build") {
    begun.abort();
    const site = await build();
    if (site) await indexPreview(root, site, progress).catch(tell);
    process.exit();
  } else {
    // What is wrong is told by the build.
    await settings()
      .then((read) => rehearse(read, begun.signal))
      .catch(() => {});
  }
});

/** Gives the site, if it could be built, when whoever asked knows. */
async function build(): Promise<RenderedSite | undefined> {
  const started = performance.now();
  try {
    const site = await buildPreview(await settings(), plan, progress);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    await answer({
      ok: true,
      warnings: sortProblems(site.notes.warnings).map(formatProblem),
      summary: `${site.pages} pages in ${seconds} s`,
    });
    return site;
  } catch (error) {
    await answer({ ok: false, sentences: explainFailure(error) });
    return undefined;
  }
}

function answer(outcome: BuildOutcome): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(outcome, () => resolve());
  });
}

/** The pages stand, and can be read without the search. */
function tell(error: unknown): void {
  for (const sentence of explainFailure(error)) console.error(sentence);
}
