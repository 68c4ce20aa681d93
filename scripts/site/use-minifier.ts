import type { BuildStart, UserConfig } from "@11ty/eleventy";
import pLimit from "p-limit";
import { minify } from "../html/minify.ts";
import { UnsoundPage } from "./unsound-page.ts";

/** The minifier holds a page's whole tree: a few at a time keep memory flat, however many pages. */
const pagesAtOnce = 4;

/**
 * Minifies every page of a build. The preview is shown the same document with its white space: the
 * minifier takes half the time that a large site needs.
 *
 * @throws UnsoundPage at a page that the minifier cannot parse
 */
export function useMinifier(config: UserConfig): void {
  let preview = false;
  config.on("eleventy.before", ({ runMode }: BuildStart) => {
    preview = runMode === "serve";
  });
  const limit = pLimit(pagesAtOnce);
  config.addTransform("minify", function (html) {
    if (preview) return html;
    const template = this.page.inputPath.replace(/^\.\//, "");
    return limit(() =>
      minify(html).catch((error: Error) =>
        Promise.reject(new UnsoundPage(template, error.message)),
      ),
    );
  });
}
