import path from "node:path";
import { assertOwnFolder } from "./assert-own-folder.ts";
import type { BuildPlan } from "./build-plan.ts";
import type { Progress } from "./progress.ts";
import { restoreFormerSite } from "./restore-former-site.ts";
import type { Settings } from "./settings.ts";
import { liveSite, workFolder } from "./site-folders.ts";
import { type BuildSummary, stageSite } from "./stage-site.ts";
import { swap } from "./swap.ts";

/**
 * Builds the site into `_site/`. A build that fails or is killed leaves the site before it whole.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 * @throws EnvironmentFailure when `_site` is no folder
 */
export async function buildSite(
  settings: Settings,
  plan: BuildPlan,
  progress: Progress,
): Promise<BuildSummary> {
  const { root } = settings;
  await assertOwnFolder(liveSite(root));
  await restoreFormerSite(root);
  const staging = path.join(workFolder(root, process.pid), "site");
  try {
    const summary = await stageSite(settings, plan, staging, progress);
    await swap(root, staging);
    return summary;
  } finally {
    await restoreFormerSite(root);
  }
}
