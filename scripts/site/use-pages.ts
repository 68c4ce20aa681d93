import type { UserConfig } from "@11ty/eleventy";
import type { Build } from "./build.ts";
import { openKeptPages } from "./kept/kept-pages.ts";
import type { Page } from "./pages/page.ts";

/**
 * Hands the planned pages to Eleventy, with exactly the data that their layouts read: those that are not
 * kept from an earlier build, see `kept/`.
 *
 * @returns the pages that Eleventy is to render
 */
export async function usePages(config: UserConfig, build: Build): Promise<Page[]> {
  const kept = await openKeptPages(build, config.globalData);
  build.kept = kept;
  const changed: Page[] = [];
  for (const page of build.pages) {
    const rendered = kept.find(page);
    if (rendered) build.rendered.set(page, rendered);
    else changed.push(page);
  }
  for (const page of changed) {
    // Eleventy reads front matter in whatever begins with `---`, and runs that of `---js`. What is
    // handed over has none: a line end before it leaves a text a text.
    config.addTemplate(page.template.replace(/^content\//, ""), `\n${page.body}`, {
      ...page.data,
      layout: page.layout,
      permalink: page.output,
      // What an editor types is text, never template code.
      templateEngineOverride: "md",
      // Eleventy would otherwise read the clock; dates are ours, in `data`.
      date: new Date(0),
    });
  }
  return changed;
}
