import { cutFonts } from "../add-fonts.ts";
import { planSite } from "../plan-site.ts";
import type { Settings } from "../settings.ts";

/**
 * Goes through the steps before Eleventy once and throws the result away: what has run once runs
 * in a third of the time, and the map of the crossing stays drawn. Eleventy itself cannot rehearse,
 * since it keeps the layouts it has read.
 *
 * @param signal ends the rehearsal where the build has begun
 */
export async function rehearse(settings: Settings, signal: AbortSignal): Promise<void> {
  // Loaded, and no more: only a build in which a page has changed waits for it.
  await import("@11ty/eleventy");
  const { build } = await planSite({ ...settings, drafts: true });
  if (!signal.aborted) await cutFonts(build);
}
