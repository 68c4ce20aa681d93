import type { NunjucksReady, UserConfig } from "@11ty/eleventy";
import type { Build } from "./build.ts";
import { cityPairs } from "./pages/city-pairs.ts";

/**
 * The filter `headline`: a title in which the pair of city names, 利物浦—上海, stays on one line.
 * Browsers break Chinese between any two characters and beside a dash, and CSS has no word for a
 * name that must hold together.
 */
export function useHeadlines(config: UserConfig, build: Build): void {
  const pairs = cityPairs(build.context.facts);
  let nunjucks: NunjucksReady["nunjucks"] | undefined;
  config.on("eleventy.engine.njk", (ready: NunjucksReady) => {
    nunjucks = ready.nunjucks;
  });
  config.addFilter("headline", (title: string) => {
    if (!nunjucks) throw new Error("a headline was set before the templates were ready");
    let html = nunjucks.lib.escape(title);
    for (const pair of pairs) html = html.replaceAll(pair, `<span class="unbroken">${pair}</span>`);
    return new nunjucks.runtime.SafeString(html);
  });
}
