import type { UserConfig } from "@11ty/eleventy";
import type { Build } from "./build.ts";

/**
 * Strict Nunjucks from `templates/`: everything is escaped, and a name nobody knows is an error. With
 * what all layouts are given.
 */
export function useTemplates(config: UserConfig, build: Build): void {
  config.setInputDirectory("content");
  config.setIncludesDirectory("../templates");
  config.setLayoutsDirectory("../templates");
  config.setTemplateFormats(["md"]);
  config.setUseGitIgnore(false);
  config.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  // Pages and facts were read and checked before Eleventy starts and are handed over as they are,
  // so it finds neither by itself: what is not due or not sound cannot slip in.
  config.ignores.add("content/**");
  config.setDataDirectory("../.config/no-data");
  config.setDataFileSuffixes([]);
  // Eleventy would warn of filters that take 50 ms, as every one does that is asked often enough.
  config.benchmarks.config.setMinimumThresholdMs(0);
  for (const [name, value] of build.globals) config.addGlobalData(name, value);
  config.on("eleventy.engine.njk", (ready) => {
    build.nunjucks = ready;
  });
}
