import Eleventy, { type RunMode, type UserConfig } from "@11ty/eleventy";
import type { Page } from "./pages/page.ts";
import { templateFailure } from "./template-failure.ts";

/** A rendered page: where it goes in `_site/`, what it holds, and which file it came from. */
export interface RenderedPage {
  /** Path below `_site/`, with forward slashes. */
  output: string;
  /** Without its styles, see `withStyles`. */
  html: string;
  /** The page's `template`, see `Page`. */
  source: string;
}

/**
 * Renders every page in memory; nothing is written.
 *
 * @param pages what `configure` hands to Eleventy
 * @param runMode "serve" for the preview
 * @throws ContentFailure when a template fails
 */
export async function render(
  pages: readonly Page[],
  runMode: RunMode,
  configure: (config: UserConfig) => Promise<void>,
): Promise<RenderedPage[]> {
  const options = { quietMode: true, runMode, config: configure };
  const eleventy = new Eleventy("content", "_site", options);
  // Its errors come back as exceptions; printed by Eleventy too, they would stand there twice.
  eleventy.disableLogger();
  const templates = await eleventy.toJSON().catch((error: unknown) => {
    throw templateFailure(error, pages);
  });
  return templates.map((template) => ({
    output: template.outputPath.replace(/^\.\/_site\//, ""),
    html: template.content,
    source: template.inputPath.replace(/^\.\//, ""),
  }));
}
