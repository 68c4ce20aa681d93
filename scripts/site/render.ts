import Eleventy, { type UserConfig } from "@11ty/eleventy";
import type { PageOutline } from "../html/page-outline.ts";
import type { Build } from "./build.ts";
import { templateFailure } from "./template-failure.ts";

/** A rendered page: where it goes in `_site/`, what it holds, and which file it came from. */
export interface RenderedPage {
  /** Path below `_site/`, with forward slashes. */
  output: string;
  /** The page's `template`, see `Page`. */
  source: string;
  /** SHA-256 of the HTML. */
  hash: string;
  outline: PageOutline;
  /** The HTML without its styles, see `withStyles`. */
  html(): string;
}

/**
 * Renders in memory every page that is not kept from an earlier build; nothing of the site is written.
 *
 * @throws ContentFailure when a template fails
 */
export async function render(
  build: Build,
  configure: (config: UserConfig) => Promise<void>,
): Promise<RenderedPage[]> {
  const runMode = build.preview ? "serve" : "build";
  const options = { quietMode: true, runMode, config: configure } as const;
  const eleventy = new Eleventy("content", "_site", options);
  // Its errors come back as exceptions; printed by Eleventy too, they would stand there twice.
  eleventy.disableLogger();
  try {
    await eleventy.toJSON();
  } catch (error) {
    throw templateFailure(error, build.pages);
  } finally {
    await build.finisher?.close();
  }
  await build.kept?.save();
  return build.pages.map((page) => {
    const rendered = build.rendered.get(page);
    if (!rendered) throw new Error(`Eleventy left out ${page.template}`);
    return rendered;
  });
}
