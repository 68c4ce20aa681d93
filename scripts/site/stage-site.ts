import type { Notes } from "./check-site.ts";
import { encodePhotographs } from "./encode-photographs.ts";
import type { Progress } from "./progress.ts";
import { type Configure, renderSite } from "./render-site.ts";
import type { Settings } from "./settings.ts";
import { writeFiles } from "./write-files.ts";

/** What a build made. */
export interface BuildSummary extends Notes {
  pages: number;
  /** Renditions of photographs encoded anew. */
  encoded: number;
  /** Renditions taken from the cache. */
  reused: number;
  files: number;
  bytes: number;
}

/**
 * Makes the whole site in an empty folder: render, see `renderSite` → write → encode.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function stageSite(
  settings: Settings,
  configure: Configure,
  folder: string,
  progress: Progress,
): Promise<BuildSummary> {
  const { pages, files, renditions, notes } = await renderSite(settings, configure);
  await writeFiles(folder, files);
  const encoded = await encodePhotographs(renditions, settings.root, folder, progress);
  const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  return {
    ...notes,
    pages,
    encoded: encoded.encoded,
    reused: encoded.reused,
    files: files.size + renditions.length,
    bytes: bytes + encoded.bytes,
  };
}
