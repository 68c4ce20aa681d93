import type { NunjucksReady } from "@11ty/eleventy";
import type { Build } from "./build.ts";

/** The engine of the templates. Throws if none of them has been rendered yet. */
export function nunjucksOf({ nunjucks }: Build): NunjucksReady {
  if (!nunjucks) throw new Error("something was set before the templates were ready");
  return nunjucks;
}
