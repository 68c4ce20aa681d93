import path from "node:path";
import { readDownload } from "../downloads/check.ts";
import { fileOfAddress } from "../lib/addresses.ts";
import { sha256 } from "../lib/files.ts";
import type { ServedSite } from "../outputs/hosts/headers.ts";
import { formatBuildRecord } from "../outputs/small-texts.ts";
import { makePictures, type PlannedPicture, renditionPictures } from "../photos/make.ts";
import { renditionCollector } from "../photos/picture.ts";
import { photoPath } from "../photos/use.ts";
import { ContentFailure } from "../problems/problem.ts";
import { type Assets, cardColours, makeAssets } from "./assets.ts";
import { checkSite, type Notes, type Settings } from "./check.ts";
import { recordPath } from "./fixed-addresses.ts";
import { hostFiles, limitProblems } from "./hosts.ts";
import { type Kept, type KeptPage, openKept, pageKeeper } from "./kept.ts";
import { machineFiles } from "./machine-files/machine-files.ts";
import { cardPicture, cityPairs } from "./pages/cards.ts";
import { commonOf, type Page, type SiteContext } from "./pages/context.ts";
import { siteLists } from "./pages/lists.ts";
import { planPages } from "./pages/pages.ts";
import { pageProblems, type RenderRequest, renderPages, shownIn } from "./render.ts";
import { type Progress, type SiteOutput, siteFile } from "./site-file.ts";
import { verify } from "./verify.ts";
import { folderWriter, liveSite } from "./write.ts";

/** A whole site, but for its pictures, which are still to be made. */
export interface Site {
  /** The paths of all files below `_site/` but photographs and cards. */
  files: readonly string[];
  /** Photographs and cards. */
  pictures: readonly PlannedPicture[];
  /** How many pages there are. */
  pages: number;
  /** Makes the index of the search, which a preview has only after its pages. */
  indexSearch(): Promise<readonly [path: string, content: Uint8Array][]>;
  /** Where the world finds it: `https://…`, no trailing slash. */
  origin: string;
  /** How hosts are to serve it. */
  served: ServedSite;
  notes: Notes;
}

/**
 * Makes the site: content → plan → frame → pages → files → verify → hosts. Files go to `output` as they are
 * made; whoever has it puts them in place only if this succeeds.
 *
 * @param keptBefore what earlier builds made; opened here unless given
 * @throws ContentFailure when content, photographs or templates have errors
 */
export async function makeSite(
  settings: Settings,
  output: SiteOutput,
  keptBefore?: Kept,
): Promise<Site> {
  const { root, drafts, pagesOnly = false } = settings;
  const kept = keptBefore ?? (await openKept(root));

  // Content: everything that editors commit, read and checked; all its errors are told at once.
  const content = await checkSite(settings, kept);
  const { notes } = content;

  // The plan: every page with what its layout reads; of pictures and cards, names only.
  const context = await contextOf(content, settings, kept);
  const pages = planPages(context);
  const redirects = pages.filter(({ listing }) => !listing);

  // The frame: fonts, styles, policies, icons, the search's script, which all pages have in common.
  const assets = await makeAssets(root, context, kept.results, drafts);

  // Pages: HTML, where it does not stand in the site already.
  const log = await kept.pages(drafts ? "preview" : "site");
  const made = [kept.code, assets.glyphs, assets.frame, assets.styles];
  const keeper = pageKeeper(log, commonOf(context, made), context.photographs);
  const finished = new Map<Page, KeptPage>();
  for (const page of pages) {
    const known = keeper.find(page);
    if (known && output.holds(page.output, known.hash)) {
      finished.set(page, known);
      output.put(page.output, { id: known.hash, bytes: () => assertThere(page) });
    }
  }
  const changed = pages.filter((page) => !finished.has(page));
  const request = renderRequest(settings, context, assets);
  const sources = new Set(changed.map(({ source }) => source));
  await kept.readings.readTexts(context.entries.filter(({ source }) => sources.has(source)));
  await renderPages(changed, request, (page, { bytes, hash, outline, renditions }) => {
    const shown = [...renditions, ...shownIn(outline, context.renditions, context)];
    finished.set(page, keeper.keep(page, { hash, outline, renditions: shown }));
    output.put(page.output, { id: hash, hash, bytes: () => bytes });
  });
  await log.save();

  // Files: the pages, what they refer to, what machines read, the search. Pictures are known by now.
  const documents = new Map(await machineFiles(root, context, pages, assets));
  const files = new Set(pages.map((page) => page.output));
  const put = (contents: Iterable<readonly [path: string, content: string | Uint8Array]>) => {
    for (const [path, content] of contents) {
      files.add(path);
      output.put(path, siteFile(content));
    }
  };
  put(assets.files);
  put(documents);
  for (const [address, file] of context.downloads) {
    const id = file.sha256;
    files.add(fileOfAddress(address));
    output.put(fileOfAddress(address), { id, hash: id, bytes: () => readDownload(root, file) });
  }
  const searched = pages.map((page) => [page.output, finished.get(page)?.hash]);
  const readable = pages.map((page) => ({
    output: page.output,
    html: async () => Buffer.from(await output.read(page.output)).toString(),
  }));
  const makeSearch = async () => (await import("./search.ts")).searchFiles(readable, context);
  const indexSearch = () => kept.results("search", searched, makeSearch);
  if (!pagesOnly && !drafts) put(await indexSearch());
  const pictures = picturesOf(root, context, finished);
  const paths = [...files, ...pictures.map((picture) => picture.path)];

  // Verify: every reference leads to a file, and every file is referred to.
  const faults = verify({
    pages: pages.flatMap((page) => {
      const { outline } = finished.get(page) ?? {};
      return outline ? [{ output: page.output, source: page.template, outline }] : [];
    }),
    styles: Object.values(assets.styles),
    documents,
    files: new Set(paths),
    redirects: new Set(redirects.map((page) => page.output)),
    origin: context.origin,
    prefix: context.prefix,
  });
  if (faults.length > 0) {
    const remedy = "mend it, or a part that it includes";
    throw new ContentFailure(pageProblems("verify", faults, pages, remedy));
  }

  // Hosts: how all that is to be served.
  const published = [...paths, recordPath];
  const { served, files: forHosts } = hostFiles(context, Object.values(assets.styles), published);
  const limits = limitProblems(served, published.length, "warning");
  put(forHosts);
  return {
    files: [...files],
    pictures: pagesOnly ? [] : pictures,
    pages: pages.length - redirects.length,
    indexSearch,
    origin: context.origin,
    served,
    notes: { ...notes, warnings: [...notes.warnings, ...limits] },
  };
}

/** What a build made. */
export interface BuildSummary extends Omit<Notes, "translations"> {
  /** Warnings about translations. */
  translations: number;
  pages: number;
  /** Photographs and cards made anew. */
  made: number;
  /** Photographs and cards that were there already. */
  reused: number;
  files: number;
  bytes: number;
  /** SHA-256 of the build record, which names the sum of every other file. */
  record: string;
}

/**
 * Builds the site into `_site/`. A build that fails or is killed leaves the site before it whole.
 *
 * @throws ContentFailure when content, photographs or templates have errors
 * @throws EnvironmentFailure when `_site` is no folder
 */
export function buildSite(settings: Settings, progress: Progress): Promise<BuildSummary> {
  const { root, commit, now } = settings;
  return folderWriter(
    liveSite(root),
    root,
  )(async (output) => {
    const site = await makeSite(settings, output);
    const made = await putPictures(site.pictures, output, root, progress);
    const hashes = [...output.files].map(([file, { hash }]) => [file, hash]);
    const record = formatBuildRecord({
      commit: commit?.hash ?? null,
      ...(commit && { modified: commit.modified }),
      sourceDateEpoch: now / 1000,
      files: Object.fromEntries(hashes),
    });
    output.put(recordPath, siteFile(record));
    return {
      ...site.notes,
      translations: site.notes.translations.length,
      pages: site.pages,
      made,
      reused: site.pictures.length - made,
      files: output.files.size,
      bytes: [...output.files.values()].reduce((sum, { size }) => sum + size, 0),
      record: sha256(record),
    };
  });
}

/**
 * Puts photographs and cards, which are made where neither `output` nor the cache has them.
 *
 * @returns how many were made
 */
export function putPictures(
  pictures: readonly PlannedPicture[],
  output: SiteOutput,
  root: string,
  progress: Progress,
): Promise<number> {
  const put = ({ path, key }: PlannedPicture, bytes: Buffer) =>
    output.put(path, { id: key, bytes: () => bytes });
  const there = pictures.filter((picture) => output.holds(picture.path, picture.key));
  for (const picture of there) put(picture, Buffer.alloc(0));
  return makePictures({
    pictures: pictures.filter((picture) => !output.holds(picture.path, picture.key)),
    cache: path.join(root, ".cache/photos"),
    put: async (picture, bytes) => put(picture, bytes),
    onProgress({ done, total, made }) {
      // Those in the cache are copied in a moment.
      if (made > 0) progress("Photographs and cards", done, total);
    },
  });
}

/** What every page has in common of the content. */
async function contextOf(
  content: Awaited<ReturnType<typeof checkSite>>,
  settings: Settings,
  kept: Kept,
): Promise<SiteContext> {
  const { root, prefix, now, drafts, pagesOnly } = settings;
  const { facts, published, readings, photographs, photoUses, downloads, downloadUses } = content;
  const year = new Date(now).getUTCFullYear();
  return {
    facts,
    entries: published,
    lists: siteLists(published),
    origin: settings.origin ?? facts.site.origin,
    prefix,
    now,
    crossing: await kept.results("crossing", [facts, year], async () => {
      const { crossingData } = await import("./pages/crossing.ts");
      return { en: crossingData(facts, "en", year), zh: crossingData(facts, "zh", year) };
    }),
    readingOf: ({ source }) => readings.get(source) ?? assertRead(source),
    textsOf: kept.readings.textsOf,
    originalOf: photoPath,
    photographs,
    photoUses,
    downloads,
    downloadUses,
    renditions: renditionCollector(),
    cardColours: drafts || pagesOnly ? undefined : await cardColours(root),
  };
}

/** What pages are made from, as data alone. */
function renderRequest(
  { root, drafts }: Settings,
  { facts, origin, prefix, entries, photographs, downloads }: SiteContext,
  { frame, glyphs, styles }: Assets,
): RenderRequest {
  const addresses = entries.map(({ source, address }) => ({ source, address }));
  const known = { facts, prefix, photographs, downloads, entries: addresses };
  const names = cityPairs(facts);
  return { root, ...known, origin, frame, glyphs, names, styles, minified: !drafts };
}

function assertThere({ output }: Page): never {
  throw new Error(`${output} was there and is no more`);
}

function assertRead(source: string): never {
  throw new Error(`${source} was not read`);
}

/** Everything that pages refer to of photographs and cards. */
function picturesOf(
  root: string,
  { renditions }: SiteContext,
  finished: ReadonlyMap<Page, KeptPage>,
): PlannedPicture[] {
  for (const page of finished.values()) for (const one of page.renditions) renditions.add(one);
  return [
    ...renditionPictures(renditions.all(), root),
    ...[...finished].flatMap(([page, { card }]) => (card ? [cardPicture(card, page, root)] : [])),
  ];
}
