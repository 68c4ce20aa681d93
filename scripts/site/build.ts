import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { ServedSite } from "../outputs/hosts/headers.ts";
import { formatBuildRecord } from "../outputs/small-texts.ts";
import { type PlannedPicture, renditionPicture } from "../photos/make.ts";
import { renditionCollector } from "../photos/picture.ts";
import { photoPath } from "../photos/use.ts";
import { ContentFailure } from "../problems/problem.ts";
import { cardColours, makeAssets } from "./assets.ts";
import { checkSite, type Notes, type Settings } from "./check.ts";
import { hostFiles, limitProblems } from "./hosts.ts";
import { type KeepResult, openKeptResults } from "./kept.ts";
import { machineFiles } from "./machine-files/machine-files.ts";
import { cardPicture } from "./pages/cards.ts";
import { cardCollector, type SiteContext } from "./pages/context.ts";
import { siteLists } from "./pages/lists.ts";
import { planPages } from "./pages/pages.ts";
import { pageProblems, renderPages } from "./render.ts";
import {
  type FolderContents,
  type Progress,
  pageWriter,
  type SiteFile,
  siteFile,
  writeFolder,
} from "./sync.ts";
import { verify } from "./verify.ts";
import { liveSite, replaceSite } from "./write.ts";

/** A whole site in memory, but for its pictures, which are still to be made. */
export interface Site extends FolderContents {
  /** Pages and what goes with them: path below `_site/`, and content. */
  files: ReadonlyMap<string, SiteFile>;
  /** Photographs and cards. */
  pictures: readonly PlannedPicture[];
  /** How many pages there are. */
  pages: number;
  /** Makes the index of the search, which a preview has only after its pages. */
  indexSearch(): Promise<ReadonlyMap<string, SiteFile>>;
  /** Where the world finds it: `https://…`, no trailing slash. */
  origin: string;
  /** How hosts are to serve it. */
  served: ServedSite;
  notes: Notes;
}

/**
 * Makes the site in memory: content → plan → frame → pages → files → verify → hosts. Nothing is written
 * but caches.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function makeSite(settings: Settings): Promise<Site> {
  const { root, drafts, pagesOnly = false } = settings;

  // Content: everything that editors commit, read and checked; all its errors are told at once.
  const content = await checkSite(settings);
  const { code, links, notes } = content;

  // The plan: every page with what its layout reads; of pictures and cards, names only.
  const keep = await openKeptResults(root, code);
  const context = await contextOf(content, settings, keep);
  const pages = planPages(context);
  const redirects = pages.filter(({ listing }) => !listing);

  // The frame: fonts, styles, policies, icons, the search's script, which all pages have in common.
  const assets = await makeAssets(root, context, keep, drafts);

  // Pages: HTML, where it is not kept from an earlier build.
  const request = { root, code, context, links, assets, minified: !drafts };
  const rendered = await renderPages(pages, request);

  // Files: the pages, what they refer to, what machines read, the search. Pictures are known by now.
  const documents = await machineFiles(root, context, pages, assets);
  const pageFile = pageWriter(assets.styles);
  const searched = rendered.map(({ output, hash }) => [output, hash]);
  const makeSearch = async () => (await import("./search.ts")).searchFiles(rendered, context);
  const indexSearch = async () => new Map(asFiles(await keep("search", searched, makeSearch)));
  const files = new Map<string, SiteFile>([
    ...asFiles(assets.files),
    ...asFiles(documents),
    ...rendered.map((page) => [page.output, pageFile(page)] as const),
    ...(pagesOnly || drafts ? [] : await indexSearch()),
  ]);
  const pictures = picturesOf(root, context);
  const paths = [...files.keys(), ...pictures.map((picture) => picture.path)];

  // Verify: every reference leads to a file, and every file is referred to.
  const faults = verify({
    pages: rendered,
    styles: assets.styles,
    documents: new Map(documents),
    files: new Set(paths),
    redirects: new Set(redirects.map(({ output }) => output)),
    origin: context.origin,
    prefix: context.prefix,
  });
  if (faults.length > 0) {
    const remedy = "mend it, or a part that it includes";
    throw new ContentFailure(pageProblems("verify", faults, pages, remedy));
  }

  // Hosts: how all that is to be served.
  const published = [...paths, recordName];
  const { served, files: forHosts } = hostFiles(context, assets.styles, published);
  const limits = limitProblems(served, published.length, "warning");
  return {
    files: new Map([...files, ...asFiles(forHosts)]),
    pictures: pagesOnly ? [] : pictures,
    pages: pages.length - redirects.length,
    indexSearch,
    origin: context.origin,
    served,
    notes: { ...notes, warnings: [...notes.warnings, ...limits] },
  };
}

/** What a build made. */
export interface BuildSummary extends Notes {
  pages: number;
  /** Photographs and cards made anew. */
  made: number;
  /** Photographs and cards that were there already. */
  reused: number;
  files: number;
  bytes: number;
}

/** What is live can be checked by it; it says what every other file holds. */
const recordName = "build.json";

/**
 * Builds the site into `_site/`. A build that fails or is killed leaves the site before it whole.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 * @throws EnvironmentFailure when `_site` is no folder
 */
export function buildSite(settings: Settings, progress: Progress): Promise<BuildSummary> {
  const { root, commit, now } = settings;
  return replaceSite(root, async (folder) => {
    const site = await makeSite(settings);
    const { hashes, bytes, made } = await writeFolder(folder, site, root, progress, liveSite(root));
    const record = formatBuildRecord({
      commit: commit?.hash ?? null,
      ...(commit && { modified: commit.modified }),
      sourceDateEpoch: now / 1000,
      files: Object.fromEntries(hashes),
    });
    await writeFile(path.join(folder, recordName), record);
    return {
      ...site.notes,
      pages: site.pages,
      made,
      reused: site.pictures.length - made,
      files: hashes.size + 1,
      bytes: bytes + Buffer.byteLength(record),
    };
  });
}

/** What every page has in common of the content. */
async function contextOf(
  { facts, published, photographs, photoUses }: Awaited<ReturnType<typeof checkSite>>,
  settings: Settings,
  keep: KeepResult,
): Promise<SiteContext> {
  const { root, prefix, now, drafts, pagesOnly } = settings;
  const year = new Date(now).getUTCFullYear();
  return {
    facts,
    entries: published,
    lists: siteLists(published),
    origin: settings.origin ?? facts.site.origin,
    prefix,
    now,
    crossing: await keep("crossing", [facts, year], async () => {
      const { crossingData } = await import("./pages/crossing.ts");
      return { en: crossingData(facts, "en", year), zh: crossingData(facts, "zh", year) };
    }),
    originalOf: photoPath,
    photographs,
    photoUses,
    renditions: renditionCollector(),
    cards: drafts || pagesOnly ? undefined : cardCollector(await cardColours(root)),
  };
}

/** Everything that pages asked for by now. */
function picturesOf(root: string, { renditions, cards }: SiteContext): PlannedPicture[] {
  return [
    ...renditions.all().map((rendition) => renditionPicture(rendition, root)),
    ...(cards?.all() ?? []).map((card) => cardPicture(card, root)),
  ];
}

function asFiles(
  contents: Iterable<readonly [path: string, content: string | Uint8Array]>,
): [path: string, file: SiteFile][] {
  return [...contents].map(([path, content]) => [path, siteFile(content)]);
}
