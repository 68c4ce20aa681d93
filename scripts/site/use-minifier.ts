import type { UserConfig } from "@11ty/eleventy";
import { pageFinisher } from "../html/page-finisher.ts";
import type { Build } from "./build.ts";
import type { Page } from "./pages/page.ts";
import { UnsoundPage } from "./unsound-page.ts";

/**
 * Minifies every page that Eleventy renders and keeps it. The preview is shown the same document with
 * its white space: the minifier takes half the time that a large site needs.
 *
 * @throws UnsoundPage at a page that the minifier cannot parse
 */
export function useMinifier(config: UserConfig, build: Build, pages: readonly Page[]): void {
  const byTemplate = new Map(pages.map((page) => [page.template, page]));
  const finisher = pageFinisher(pages.length, !build.preview);
  build.finisher = finisher;
  config.addTransform("minify", async function (html) {
    const template = this.page.inputPath.replace(/^\.\//, "");
    const page = byTemplate.get(template);
    if (!page || !build.kept) throw new Error(`${template} was not planned`);
    const finished = await finisher.finish(html).catch((error: Error) => {
      throw new UnsoundPage(template, error.message);
    });
    build.rendered.set(page, build.kept.keep(page, finished));
    // Kept as bytes: what is returned would stay in memory as a text until the last page is rendered.
    return "";
  });
}
