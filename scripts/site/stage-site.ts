import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { verify } from "../html/verify.ts";
import { ContentFailure } from "../lib/failure.ts";
import type { Problem } from "../lib/problem.ts";
import { encodeRenditions } from "../photos/encode-renditions.ts";
import { photoPath } from "../photos/photo-path.ts";
import { renditionCollector } from "../photos/rendition-collector.ts";
import type { Build } from "./build.ts";
import { checkSite } from "./check-site.ts";
import { planPages } from "./pages/plan-pages.ts";
import type { SiteContext } from "./pages/site-context.ts";
import type { Progress } from "./progress.ts";
import { render } from "./render.ts";
import type { Settings } from "./settings.ts";
import { writeFiles } from "./write-files.ts";

/** The table of contents of the build; see `eleventy.config.ts`. */
export type Configure = (config: UserConfig, build: Build) => Promise<void>;

/** What a build made. */
export interface BuildSummary {
  pages: number;
  /** Renditions of photographs encoded anew. */
  encoded: number;
  /** Renditions taken from the cache. */
  reused: number;
  files: number;
  bytes: number;
  warnings: readonly Problem[];
}

/**
 * Makes the whole site in an empty folder: check → measure → plan → render → write → encode → verify.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function stageSite(
  settings: Settings,
  configure: Configure,
  folder: string,
  progress: Progress,
): Promise<BuildSummary> {
  const { root, prefix, now } = settings;
  const checked = await checkSite(settings);
  const context: SiteContext = {
    facts: checked.facts,
    entries: checked.published,
    origin: settings.origin ?? checked.facts.site.origin,
    prefix,
    year: new Date(now).getUTCFullYear(),
    originalOf: photoPath,
  };
  const build: Build = {
    root,
    context,
    pages: planPages(context),
    photographs: checked.photographs,
    renditions: renditionCollector(),
    styles: "",
    files: new Map(),
  };

  const pages = await render((config) => configure(config, build));
  await writeFiles(
    folder,
    new Map([...build.files, ...pages.map((page) => [page.output, page.html] as const)]),
  );
  const encoded = await encodeRenditions({
    renditions: build.renditions.all(),
    root,
    cache: path.join(root, ".cache/photos"),
    out: path.join(folder, "photos"),
    onProgress: ({ done, total }) => progress("Photographs", done, total),
  });

  const staged = await listFiles(folder);
  const faults = verify({
    pages,
    styles: build.styles,
    files: new Set(staged.keys()),
    origin: context.origin,
    prefix,
  });
  if (faults.length > 0) throw new ContentFailure(faults.map(problemOfFault));
  return {
    pages: pages.length,
    encoded: encoded.encoded,
    reused: encoded.reused,
    files: staged.size,
    bytes: [...staged.values()].reduce((sum, size) => sum + size, 0),
    warnings: checked.warnings,
  };
}

/** Every file below `folder`, with its size in bytes. */
async function listFiles(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).replaceAll("\\", "/"), (await stat(file)).size] as const;
    }),
  );
  return new Map(sizes);
}

function problemOfFault({ source, message }: { source: string; message: string }): Problem {
  return {
    rule: "verify",
    severity: "error",
    path: source,
    line: 1,
    column: 1,
    message,
    remedy: "mend the page or its layout",
  };
}
