import type { UserConfig } from "@11ty/eleventy";
import pLimit from "p-limit";
import { minify } from "../html/minify.ts";
import { ContentFailure } from "../lib/failure.ts";

/** The minifier holds a page's whole tree: a few at a time keep memory flat, however many pages. */
const pagesAtOnce = 4;

/** Minifies every page. One that the minifier cannot parse is an error at the page's source. */
export function useMinifier(config: UserConfig): void {
  const limit = pLimit(pagesAtOnce);
  config.addTransform("minify", function (html) {
    const source = this.page.inputPath.replace(/^\.\//, "");
    return limit(() =>
      minify(html).catch((error: Error) => Promise.reject(failure(source, error))),
    );
  });
}

function failure(path: string, error: Error): ContentFailure {
  return new ContentFailure([
    {
      rule: "html",
      severity: "error",
      path,
      line: 1,
      column: 1,
      message: `the finished page is not sound HTML (${error.message.split("\n", 1)[0]?.slice(0, 120)})`,
      remedy: "look for a stray “<” or an open quotation mark in the page or its layout",
    },
  ]);
}
