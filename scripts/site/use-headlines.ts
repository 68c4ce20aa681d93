import type { UserConfig } from "@11ty/eleventy";
import { isCoveredBy } from "../outputs/fonts/glyphs.ts";
import type { Build } from "./build.ts";
import { nunjucksOf } from "./nunjucks-of.ts";
import { cityPairs } from "./pages/city-pairs.ts";

/**
 * The filter `headline`: a title in which the pair of city names, 利物浦—上海, stays on one line.
 * Browsers break Chinese between any two characters and beside a dash, and CSS has no word for a
 * name that must hold together. The filter `inHeadingFont`: whether a title may be set in the Chinese
 * heading font; one with other characters is set whole in the system's, so that news never changes the
 * font.
 */
export function useHeadlines(config: UserConfig, build: Build): void {
  const pairs = cityPairs(build.context.facts);
  config.addFilter("headline", (title: string) => {
    const { nunjucks } = nunjucksOf(build);
    let html = nunjucks.lib.escape(title);
    for (const pair of pairs) html = html.replaceAll(pair, `<span class="unbroken">${pair}</span>`);
    return new nunjucks.runtime.SafeString(html);
  });
  config.addFilter("inHeadingFont", (title: string) => isCoveredBy(title, build.glyphs));
}
