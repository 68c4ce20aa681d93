import type { UserConfig } from "@11ty/eleventy";
import type { Facts } from "./scripts/content/facts.ts";
import type { Frame } from "./scripts/site/assets.ts";
import type { templateFilters } from "./scripts/site/filters.ts";
import type { PlannedPage } from "./scripts/site/pages/context.ts";

/**
 * How Eleventy makes HTML of pages that are planned. By the time it starts, the content has been read
 * and checked and all that pages refer to is named: `scripts/site/build.ts` has the whole way.
 *
 * @param frame what all templates are given, as `frame`
 * @param facts of which they are given `site` and, as `t`, the strings of their language
 */
export default function eleventyConfig(
  { frame, facts }: { frame: Frame; facts: Facts },
  filters: ReturnType<typeof templateFilters>,
  pages: readonly PlannedPage[],
): (config: UserConfig) => void {
  return (config) => {
    // Where things are. Pages are handed over below and facts with them, so Eleventy finds neither by
    // itself: what is not due or not sound cannot slip in.
    config.setInputDirectory("content");
    config.setIncludesDirectory("../templates");
    config.ignores.add("content/**");
    config.setDataDirectory("../.config/no-data");
    config.setDataFileSuffixes([]);
    config.setUseGitIgnore(false);
    // Nothing is taken from an earlier build of the same process.
    config.setUseTemplateCache(false);
    // What is handed over is whole: no page adds to what all have.
    config.setDataDeepMerge(false);

    // The language of templates: strict Nunjucks. Everything is escaped, and a name that nobody knows is
    // an error.
    config.setTemplateFormats(["md"]);
    config.setNunjucksEnvironmentOptions({
      autoescape: true,
      throwOnUndefined: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
    // Eleventy would warn of filters that take 50 ms, as every one does that is asked often enough.
    config.benchmarks.config.setMinimumThresholdMs(0);

    // Photographs: both layouts and Markdown come to them by this one route.
    config.addFilter("photograph", filters.photograph);
    // What Markdown means.
    config.addFilter("markdown", filters.markdown);

    // The pages. A page is its layout and data: what an editor types is among the data, as `text`, and
    // never template code. Eleventy's own layouts are cached for the life of a process.
    config.addGlobalData("frame", frame);
    config.addGlobalData("site", facts.site);
    for (const page of pages) {
      const [text = [], ...screenTexts] = page.texts;
      config.addTemplate(
        page.template.replace(/^content\//, ""),
        `{% extends "${page.layout}" %}`,
        {
          ...page.data,
          t: facts.strings[page.language],
          text,
          screenTexts,
          permalink: page.output,
          templateEngineOverride: "njk",
          // Eleventy would otherwise read the clock; dates are ours, in `data`.
          date: new Date(0),
        },
      );
    }
  };
}
