import type { ColourToken } from "../outputs/read-tokens.ts";
import type { ManifestIcon } from "../outputs/web-manifest.ts";
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
  /** The colour of the page, once the styles are read. */
  paper: ColourToken;
  /** The icons that manifests name, once they are drawn. */
  icons: readonly ManifestIcon[];
  /** Files that go with the pages: path below `_site/`, and content. */
  files: Map<string, string | Uint8Array>;
}
