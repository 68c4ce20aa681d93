import type { UserConfig } from "@11ty/eleventy";
import type { Build } from "./build.ts";
import type { Page } from "./pages/page.ts";

/** The table of contents of the build, see `eleventy.config.ts`. */
export interface BuildPlan {
  /** Makes what all pages have in common, once. */
  prepare(build: Build): Promise<void>;
  /** Tells Eleventy how some of the pages are rendered; called once for each batch of them. */
  configure(config: UserConfig, build: Build, pages: readonly Page[]): void;
}
