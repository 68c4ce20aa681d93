import { buildRecordOf } from "./build-record-of.ts";
import type { Notes } from "./check-site.ts";
import type { Progress } from "./progress.ts";
import { putPictures } from "./put-pictures.ts";
import { type Configure, renderSite } from "./render-site.ts";
import type { Settings } from "./settings.ts";
import { writeFiles } from "./write-files.ts";

/** What a build made. */
export interface BuildSummary extends Notes {
  pages: number;
  /** Photographs and cards made anew. */
  made: number;
  /** Photographs and cards taken from the cache. */
  reused: number;
  files: number;
  bytes: number;
}

/**
 * Makes the whole site in an empty folder: render, see `renderSite` → write → make pictures →
 * record what came of it.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function stageSite(
  settings: Settings,
  configure: Configure,
  folder: string,
  progress: Progress,
): Promise<BuildSummary> {
  const { pages, files, pictures, notes } = await renderSite(settings, configure);
  const written = await writeFiles(folder, files);
  const put = await putPictures(pictures, settings.root, folder, progress);
  const record = buildRecordOf(settings, written, put.hashes);
  const last = await writeFiles(folder, new Map([["build.json", record]]));
  const bytes = [...written.values(), ...last.values()].reduce((sum, { size }) => sum + size, 0);
  return {
    ...notes,
    pages,
    made: put.made,
    reused: put.reused,
    files: files.size + pictures.length + 1,
    bytes: bytes + put.bytes,
  };
}
