import { rm } from "node:fs/promises";
import type { Progress } from "./progress.ts";
import { restoreFormerSite } from "./restore-former-site.ts";
import type { Settings } from "./settings.ts";
import { stagingSite } from "./site-folders.ts";
import { type BuildSummary, type Configure, stageSite } from "./stage-site.ts";
import { swap } from "./swap.ts";

/**
 * Builds the site into `_site/`. A build that fails or is killed leaves the site before it whole.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function buildSite(
  settings: Settings,
  configure: Configure,
  progress: Progress,
): Promise<BuildSummary> {
  const { root } = settings;
  await restoreFormerSite(root);
  const staging = stagingSite(root, process.pid);
  try {
    const summary = await stageSite(settings, configure, staging, progress);
    await swap(root, staging);
    return summary;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
