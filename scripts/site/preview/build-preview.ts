import path from "node:path";
import type { BuildPlan } from "../build-plan.ts";
import type { Progress } from "../progress.ts";
import { putPictures } from "../put-pictures.ts";
import { type RenderedSite, renderSite } from "../render-site.ts";
import type { Settings } from "../settings.ts";
import { type FolderContents, syncFolder } from "../sync-folder.ts";
import { openWrittenFiles } from "../written-files.ts";
import { previewFolder, previewSearchFolder } from "./preview-folder.ts";

/**
 * Builds what the preview serves, drafts and what is not yet due included, but for the index of its
 * search, see {@link indexPreview}. Only what has changed is written, and nothing where the site has
 * errors: the last good one stays.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function buildPreview(
  settings: Settings,
  plan: BuildPlan,
  progress: Progress,
): Promise<RenderedSite> {
  const site = await renderSite({ ...settings, drafts: true }, plan);
  await sync(settings.root, previewFolder(settings.root), site, progress);
  return site;
}

/**
 * Makes what the search of the preview reads. Of ten thousand pages that takes longer than an editor
 * waits for one, so it comes after them.
 *
 * @throws EnvironmentFailure when Pagefind does not run
 */
export async function indexPreview(
  root: string,
  { indexSearch }: RenderedSite,
  progress: Progress,
): Promise<void> {
  const contents = { files: await indexSearch(), pictures: [] };
  await sync(root, previewSearchFolder(root), contents, progress);
}

async function sync(
  root: string,
  folder: string,
  contents: FolderContents,
  progress: Progress,
): Promise<void> {
  const written = await openWrittenFiles(path.join(root, ".cache/written", path.basename(folder)));
  await syncFolder(folder, contents, written, (missing) =>
    putPictures(missing, root, folder, progress),
  );
  await written.save();
}
