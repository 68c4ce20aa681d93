import path from "node:path";
import type { BuildPlan } from "./build-plan.ts";
import { buildRecordOf } from "./build-record-of.ts";
import type { Notes } from "./check-site.ts";
import type { Progress } from "./progress.ts";
import { putPictures } from "./put-pictures.ts";
import { renderSite } from "./render-site.ts";
import type { Settings } from "./settings.ts";
import { siteFile } from "./site-file.ts";
import { syncFolder } from "./sync-folder.ts";
import { takeSpareSite } from "./take-spare-site.ts";
import { writeFiles } from "./write-files.ts";
import { openWrittenFiles } from "./written-files.ts";

/** What a build made. */
export interface BuildSummary extends Notes {
  pages: number;
  /** Photographs and cards made anew. */
  made: number;
  /** Photographs and cards that were there already. */
  reused: number;
  files: number;
  bytes: number;
}

/**
 * Makes the whole site in a new folder: render, see `renderSite` → take the spare site → make pictures
 * and write what is not there yet → record what came of it.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function stageSite(
  settings: Settings,
  plan: BuildPlan,
  folder: string,
  progress: Progress,
): Promise<BuildSummary> {
  const { root } = settings;
  const { pages, files, pictures, notes } = await renderSite(settings, plan);
  await takeSpareSite(root, folder);
  const written = await openWrittenFiles(path.join(root, ".cache/written/site"));
  const synced = await syncFolder(folder, { files, pictures }, written, (missing) =>
    putPictures(missing, root, folder, progress),
  );
  const record = siteFile(buildRecordOf(settings, synced.files));
  await writeFiles(folder, new Map([["build.json", record]]));
  await written.save();
  const sizes = [...synced.files.values()].map(({ size }) => size);
  return {
    ...notes,
    pages,
    made: synced.made,
    reused: pictures.length - synced.made,
    files: sizes.length + 1,
    bytes: sizes.reduce((sum, size) => sum + size, record.bytes().length),
  };
}
