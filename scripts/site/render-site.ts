import type { UserConfig } from "@11ty/eleventy";
import { verify } from "../html/verify.ts";
import { ContentFailure } from "../lib/failure.ts";
import type { Rendition } from "../photos/rendition.ts";
import type { Build } from "./build.ts";
import type { Notes } from "./check-site.ts";
import { pageProblems } from "./page-problems.ts";
import { planSite } from "./plan-site.ts";
import { render } from "./render.ts";
import type { Settings } from "./settings.ts";

/** The table of contents of the build; see `eleventy.config.ts`. */
export type Configure = (config: UserConfig, build: Build) => Promise<void>;

/** A whole site in memory, but for its photographs, which are still to be encoded. */
export interface RenderedSite {
  pages: number;
  /** Pages and what goes with them: path below `_site/`, and content. */
  files: ReadonlyMap<string, string | Uint8Array>;
  /** What goes into `photos/`. */
  renditions: readonly Rendition[];
  notes: Notes;
}

/**
 * Makes every page in memory: check → measure → plan → render → verify. Nothing is written.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function renderSite(settings: Settings, configure: Configure): Promise<RenderedSite> {
  const { build, notes } = await planSite(settings);
  const runMode = settings.drafts ? "serve" : "build";
  const pages = await render(build.pages, runMode, (config) => configure(config, build));
  const files = new Map([
    ...build.files,
    ...pages.map(({ output, html }) => [output, html] as const),
  ]);
  const renditions = build.context.renditions.all();
  const { origin, prefix } = build.context;
  const faults = verify({
    pages,
    styles: build.styles,
    documents: documentsOf(build.files),
    files: new Set([...files.keys(), ...renditions.map(({ name }) => `photos/${name}`)]),
    redirects: new Set(build.redirects.map(({ output }) => output)),
    origin,
    prefix,
  });
  if (faults.length > 0) {
    const remedy = "mend it, or a part that it includes";
    throw new ContentFailure(pageProblems("verify", faults, build.pages, remedy));
  }
  return { pages: pages.length - build.redirects.length, files, renditions, notes };
}

/** Texts among the files: what machines read, and no picture or font. */
function documentsOf(files: Build["files"]): Map<string, string> {
  return new Map(
    [...files].flatMap(([file, content]) =>
      typeof content === "string" ? [[file, content] as const] : [],
    ),
  );
}
