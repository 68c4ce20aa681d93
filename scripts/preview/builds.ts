import { formatProblem } from "../problems/print.ts";
import { sortProblems } from "../problems/problem.ts";
import { makeSite, putPictures, type Site } from "../site/build.ts";
import type { Settings } from "../site/check.ts";
import { type Kept, openKept } from "../site/kept.ts";
import { type Progress, siteFile } from "../site/site-file.ts";
import { folderWriter } from "../site/write.ts";
import { type BuildOutcome, previewFolder, previewSearchFolder } from "./build-process.ts";

/** What the builds of the preview work with. */
interface BuildOptions {
  root: string;
  /** Asked before each build, since the last commit is the clock. */
  settings(): Promise<Settings>;
  /** What to tell an editor of a failure. */
  explain(error: unknown): string[];
  progress: Progress;
  /** Told how each build ended. */
  onOutcome(outcome: BuildOutcome): void;
}

/**
 * Builds what the preview serves, drafts and what is not yet due included. Only what has changed is
 * written, and nothing where the site has errors: the last good one stays.
 *
 * @returns builds; calls during a build are answered by one further build after it
 */
export function previewBuilds(options: BuildOptions): () => void {
  const { root, progress, onOutcome } = options;
  const write = folderWriter(previewFolder(root), root);
  const index = searchIndexes(options);
  let kept: Kept | undefined;

  return onePerCall(async () => {
    const started = performance.now();
    try {
      const settings = { ...(await options.settings()), drafts: true };
      const site = await write(async (output) => {
        kept = await openKept(root, kept);
        const made = await makeSite(settings, output, kept);
        await putPictures(made.pictures, output, root, progress);
        return made;
      });
      const seconds = ((performance.now() - started) / 1000).toFixed(2);
      const warnings = sortProblems(site.notes.warnings).map(formatProblem);
      onOutcome({ ok: true, lines: [...warnings, `${site.pages} pages in ${seconds} s`] });
      index(site);
    } catch (error) {
      onOutcome({ ok: false, lines: options.explain(error) });
    }
  });
}

/**
 * Makes what the search of the preview reads. Of ten thousand pages that takes longer than an editor
 * waits for one, so it comes after them, and only for the last of several sites.
 */
function searchIndexes({ root, explain }: BuildOptions): (site: Site) => void {
  const write = folderWriter(previewSearchFolder(root), root);
  let latest: Site | undefined;
  const index = onePerCall(async () => {
    const site = latest;
    latest = undefined;
    try {
      if (site) {
        const index = await site.indexSearch();
        await write(async (output) => {
          for (const [path, content] of index) output.put(path, siteFile(content));
        });
      }
    } catch (error) {
      // The pages stand, and can be read without the search; if they have changed since, its turn comes.
      if (latest === undefined) for (const sentence of explain(error)) console.error(sentence);
    }
  });
  return (site) => {
    latest = site;
    index();
  };
}

/** `work`, never twice at once: calls while it is done are answered by doing it once more. */
function onePerCall(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await work();
    }
    running = false;
  };
}
