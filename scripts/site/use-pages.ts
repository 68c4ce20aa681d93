import type { UserConfig } from "@11ty/eleventy";
import type { Page } from "./pages/page.ts";

/** Hands planned pages to Eleventy, with exactly the data that their layouts read. */
export function usePages(config: UserConfig, pages: readonly Page[]): void {
  for (const page of pages) {
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
}
