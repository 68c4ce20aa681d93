import path from "node:path";
import type { BuildPlan } from "../build-plan.ts";
import type { Progress } from "../progress.ts";
import { putPictures } from "../put-pictures.ts";
import { type RenderedSite, renderSite } from "../render-site.ts";
import type { Settings } from "../settings.ts";
import { syncFolder } from "../sync-folder.ts";
import { openWrittenFiles } from "../written-files.ts";
import { previewFolder } from "./preview-folder.ts";

/**
 * Builds what the preview serves, drafts and what is not yet due included. Only what has changed is
 * written, and nothing where the site has errors: the last good one stays.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function buildPreview(
  settings: Settings,
  plan: BuildPlan,
  progress: Progress,
): Promise<RenderedSite> {
  const { root } = settings;
  const live = previewFolder(root);
  const site = await renderSite({ ...settings, drafts: true }, plan);
  const written = await openWrittenFiles(path.join(root, ".cache/written/preview"));
  await syncFolder(live, site, written, (missing) => putPictures(missing, root, live, progress));
  await written.save();
  return site;
}
