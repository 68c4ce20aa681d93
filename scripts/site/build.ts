import type { NunjucksReady } from "@11ty/eleventy";
import type { ManifestIcon } from "../outputs/icons.ts";
import type { ColourToken } from "../outputs/styles.ts";
import type { KeepResult } from "./kept/kept-results.ts";
import type { Page } from "./pages/page.ts";
import type { SiteContext } from "./pages/site-context.ts";

/** What the build's table of contents, `eleventy.config.ts`, works with. */
export interface Build {
  /** The project's folder, absolute. */
  root: string;
  /** See `codeDigest`. */
  code: string;
  /** Keeps for later builds what takes long to make. */
  keep: KeepResult;
  context: SiteContext;
  pages: readonly Page[];
  /** Those of them that stand at old addresses and only lead on. */
  redirects: readonly Page[];
  /** The stylesheet, once it is bundled: every page carries it. */
  styles: string;
  /** The colour of the page, once the styles are read. */
  paper: ColourToken;
  /** Whether it is for the preview: not minified, and without security policies. */
  preview: boolean;
  /** The characters of the Chinese heading font, once it is cut. */
  glyphs: string;
  /** Links to content files as written in a source, each with the address it was given. */
  linksOf: Map<string, Map<string, string>>;
  /** What all layouts are given, by name. */
  globals: Map<string, unknown>;
  /** The engine of the templates, once Eleventy has made it. */
  nunjucks: NunjucksReady | undefined;
  /** Takes each page that Eleventy has rendered, to be finished. */
  finish: (page: Page, html: string) => void;
  /** The icons that manifests name, once they are drawn. */
  icons: readonly ManifestIcon[];
  /** Files that go with the pages: path below `_site/`, and content. */
  files: Map<string, string | Uint8Array>;
}
