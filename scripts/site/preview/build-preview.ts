import { rename, rm } from "node:fs/promises";
import type { Progress } from "../progress.ts";
import type { Settings } from "../settings.ts";
import { type BuildSummary, type Configure, stageSite } from "../stage-site.ts";
import { previewFolder } from "./preview-folder.ts";

/** Builds what the preview serves: drafts and what is not yet due included. */
export async function buildPreview(
  settings: Settings,
  configure: Configure,
  progress: Progress,
): Promise<BuildSummary> {
  const live = previewFolder(settings.root);
  const staging = `${live}.new`;
  const former = `${live}.old`;
  await rm(staging, { recursive: true, force: true });
  const summary = await stageSite({ ...settings, drafts: true }, configure, staging, progress);
  await rm(former, { recursive: true, force: true });
  await rename(live, former);
  await rename(staging, live);
  await rm(former, { recursive: true, force: true });
  return summary;
}
