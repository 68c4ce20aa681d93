import type { UserConfig } from "@11ty/eleventy";
import type { Build } from "./build.ts";
import type { Page } from "./pages/page.ts";

/** Hands every page that Eleventy renders to be finished, see `finishing.ts`, while it renders the next. */
export function useMinifier(config: UserConfig, build: Build, pages: readonly Page[]): void {
  const byTemplate = new Map(pages.map((page) => [page.template, page]));
  config.addTransform("minify", function (html) {
    const template = this.page.inputPath.replace(/^\.\//, "");
    const page = byTemplate.get(template);
    if (!page) throw new Error(`${template} was not planned`);
    build.finish(page, html);
    // What is returned would stay in memory until the last page is rendered.
    return "";
  });
}
