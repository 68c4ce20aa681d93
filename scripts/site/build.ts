import type { Page } from "./pages/page.ts";
import type { SiteContext } from "./pages/site-context.ts";

/** What the build's table of contents, `eleventy.config.ts`, works with. */
export interface Build {
  /** The project's folder, absolute. */
  root: string;
  context: SiteContext;
  pages: readonly Page[];
  /** Those of them that stand at old addresses and only lead on. */
  redirects: readonly Page[];
  /** The stylesheet, once it is bundled: every page carries it. */
  styles: string;
  /** Files that go with the pages: path below `_site/`, and content. */
  files: Map<string, string | Uint8Array>;
}
