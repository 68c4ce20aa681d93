import type { PageOutline } from "../html/page-outline.ts";
import type { Build } from "./build.ts";
import type { BuildPlan } from "./build-plan.ts";
import { openFinishing } from "./finishing.ts";
import { openKeptPages } from "./kept/kept-pages.ts";
import type { Page } from "./pages/page.ts";
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
 * Pages that Eleventy is given at once. It renders every page to the end of one step before it begins
 * the next, and keeps all of them until the last is done: in batches the finished ones leave its
 * memory, and the minifier works on one batch while the next is rendered.
 */
const batchSize = 500;

/**
 * Renders in memory every page that is not kept from an earlier build, see `kept/`; nothing of the site
 * is written.
 *
 * @throws ContentFailure when a template fails
 */
export async function render(
  build: Build,
  configure: BuildPlan["configure"],
): Promise<RenderedPage[]> {
  const kept = await openKeptPages(build);
  const rendered = new Map(build.pages.map((page) => [page, kept.find(page)]));
  const changed = build.pages.filter((page) => !rendered.get(page));
  const finishing = openFinishing(changed.length, kept, !build.preview);
  build.finish = finishing.add;
  try {
    for (let at = 0; at < changed.length; at += batchSize) {
      await renderBatch(build, configure, changed.slice(at, at + batchSize));
      await finishing.until(batchSize);
    }
    for (const [page, finished] of await finishing.until(0)) rendered.set(page, finished);
    await kept.save();
  } catch (error) {
    throw templateFailure(error, build.pages);
  } finally {
    await finishing.close();
    await kept.discard();
  }
  return build.pages.map((page) => {
    const result = rendered.get(page);
    if (!result) throw new Error(`Eleventy left out ${page.template}`);
    return result;
  });
}

async function renderBatch(
  build: Build,
  configure: BuildPlan["configure"],
  pages: readonly Page[],
): Promise<void> {
  // A third of the start of a build, which goes without where no page has changed.
  const { default: Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy("content", "_site", {
    quietMode: true,
    runMode: build.preview ? "serve" : "build",
    config: (config) => configure(config, build, pages),
  });
  // Its errors come back as exceptions; printed by Eleventy too, they would stand there twice.
  eleventy.disableLogger();
  await eleventy.toJSON();
}
