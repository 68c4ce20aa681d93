import path from "node:path";
import { verify } from "../html/verify.ts";
import type { ServedSite } from "../outputs/hosts/headers.ts";
import { type PlannedPicture, renditionPicture } from "../photos/make.ts";
import { qualityBook } from "../photos/quality.ts";
import { ContentFailure } from "../problems/problem.ts";
import type { Build } from "./build.ts";
import type { BuildPlan } from "./build-plan.ts";
import { cardPicture } from "./card-picture.ts";
import type { Notes } from "./check-site.ts";
import { hostFiles } from "./host-files.ts";
import { limitProblems } from "./limit-problems.ts";
import { pageProblems } from "./page-problems.ts";
import { pageWriter } from "./page-writer.ts";
import { planSite } from "./plan-site.ts";
import { render } from "./render.ts";
import { searchFiles } from "./search-files.ts";
import { serveAs } from "./serve-as.ts";
import type { Settings } from "./settings.ts";
import { type SiteFile, siteFile } from "./site-file.ts";

/** A whole site in memory, but for its pictures, which are still to be made. */
export interface RenderedSite {
  pages: number;
  /** Pages and what goes with them: path below `_site/`, and content. */
  files: ReadonlyMap<string, SiteFile>;
  /** Photographs and cards. */
  pictures: readonly PlannedPicture[];
  /** Makes the index of the search, which a preview has only after its pages. */
  indexSearch(): Promise<ReadonlyMap<string, SiteFile>>;
  /** Where the world finds it: `https://…`, no trailing slash. */
  origin: string;
  /** How hosts are to serve it. */
  served: ServedSite;
  notes: Notes;
}

/**
 * Makes every page in memory: check → measure → plan → render → index → verify. Nothing is written.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function renderSite(settings: Settings, plan: BuildPlan): Promise<RenderedSite> {
  const { build, notes } = await planSite(settings);
  await plan.prepare(build);
  const pages = await render(build, plan.configure);
  const pageFile = pageWriter(build.styles);
  const indexSearch = async () => new Map(asFiles(await searchFiles(pages, build)));
  const files = new Map<string, SiteFile>([
    ...asFiles(build.files),
    ...pages.map((page) => [page.output, pageFile(page)] as const),
    ...(settings.pagesOnly || settings.drafts ? [] : await indexSearch()),
  ]);
  const pictures = picturesOf(build);
  const { origin, prefix } = build.context;
  const faults = verify({
    pages,
    styles: build.styles,
    documents: documentsOf(build.files),
    files: new Set([...files.keys(), ...pictures.map((picture) => picture.path)]),
    redirects: new Set(build.redirects.map(({ output }) => output)),
    origin,
    prefix,
  });
  if (faults.length > 0) {
    const remedy = "mend it, or a part that it includes";
    throw new ContentFailure(pageProblems("verify", faults, build.pages, remedy));
  }
  const paths = [...files.keys(), ...pictures.map((picture) => picture.path), "build.json"];
  const served = serveAs(build, paths);
  for (const [place, file] of asFiles(hostFiles(served))) files.set(place, file);
  const limits = limitProblems(served, paths.length, "warning");
  return {
    pages: pages.length - build.redirects.length,
    files,
    pictures: settings.pagesOnly ? [] : pictures,
    indexSearch,
    origin,
    served,
    notes: { ...notes, warnings: [...notes.warnings, ...limits] },
  };
}

function asFiles(
  contents: Iterable<readonly [path: string, content: string | Uint8Array]>,
): (readonly [path: string, file: SiteFile])[] {
  return [...contents].map(([path, content]) => [path, siteFile(content)]);
}

/** Everything that pages asked for by now. */
function picturesOf({ root, context }: Build): PlannedPicture[] {
  const qualities = qualityBook(root, path.join(root, ".cache/photos"));
  return [
    ...context.renditions.all().map((rendition) => renditionPicture(rendition, root, qualities)),
    ...(context.cards?.all() ?? []).map((card) => cardPicture(card, root)),
  ];
}

/** Texts among the files: what machines read, and no picture or font. */
function documentsOf(files: Build["files"]): Map<string, string> {
  return new Map(
    [...files].flatMap(([file, content]) =>
      typeof content === "string" ? [[file, content] as const] : [],
    ),
  );
}
