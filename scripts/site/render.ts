import Eleventy, { type UserConfig } from "@11ty/eleventy";
import { templateFailure } from "./template-failure.ts";

/** A rendered page: where it goes in `_site/`, what it holds, and which file it came from. */
export interface RenderedPage {
  /** Path below `_site/`, with forward slashes. */
  output: string;
  html: string;
  source: string;
}

/**
 * Renders every page in memory; nothing is written.
 *
 * @throws ContentFailure when a template fails
 */
export async function render(
  configure: (config: UserConfig) => Promise<void>,
): Promise<RenderedPage[]> {
  const eleventy = new Eleventy("content", "_site", { quietMode: true, config: configure });
  // Its errors come back as exceptions; printed by Eleventy too, they would stand there twice.
  eleventy.disableLogger();
  const templates = await eleventy.toJSON().catch((error: unknown) => {
    throw templateFailure(error);
  });
  return templates.map((template) => ({
    output: template.outputPath.replace(/^\.\/_site\//, ""),
    html: template.content,
    source: template.inputPath.replace(/^\.\//, ""),
  }));
}
