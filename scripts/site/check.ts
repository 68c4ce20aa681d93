import path from "node:path";
import { checkContent } from "../content/content.ts";
import {
  type ContentFile,
  type Entry,
  isPublished,
  type PhotoReference,
} from "../content/entry.ts";
import { checkSecurity, type Facts } from "../content/facts.ts";
import { checkTranslations } from "../content/translations.ts";
import { checkDownloads, type Download, type DownloadUse } from "../downloads/check.ts";
import { isDownload } from "../lib/addresses.ts";
import { languages } from "../lib/languages.ts";
import { checkMarkdown } from "../markdown/check.ts";
import { resolveContentLink, type SiteIndex } from "../markdown/link-targets.ts";
import { placeInFile } from "../markdown/places.ts";
import { checkPlainText, type PlainText } from "../markdown/plain.ts";
import { checkPhotographs } from "../photos/check.ts";
import { licencePage } from "../photos/licences.ts";
import { recordPath } from "../photos/names.ts";
import type { Photograph } from "../photos/original.ts";
import type { SlotName } from "../photos/slots.ts";
import type { PhotoUse } from "../photos/use.ts";
import { ContentFailure, type Place, type Problem } from "../problems/problem.ts";
import { readTextFile, type UnsavedTexts } from "../problems/text.ts";
import { parseYaml } from "../problems/yaml.ts";
import { calendarAddress, fixedFiles } from "./fixed-addresses.ts";
import { type Kept, openKept } from "./kept.ts";
import { layoutIds } from "./layout-ids.ts";
import { newsPageAddresses } from "./pages/news.ts";
import type { Reading } from "./reading.ts";

/** What a build is told from outside; everything else follows from the files of the project. */
export interface Settings {
  /** The project's folder, absolute. */
  root: string;
  /** `https://…` without a trailing slash; undefined: the one in `content/_data/site.yaml`. */
  origin: string | undefined;
  /** Where the host serves the site: begins and ends with `/`. */
  prefix: string;
  /** The only clock of a build, in ms since 1970: `SOURCE_DATE_EPOCH` or the last commit's time. */
  now: number;
  /** Named in `build.json`, and whether the work tree holds more; undefined where git can tell none. */
  commit?: { hash: string; modified: boolean } | undefined;
  /** For the preview: shows drafts and what is not yet due, and leaves pages unminified. */
  drafts: boolean;
  /** For measurements: makes no photographs, cards and search index, which the pages still name. */
  pagesOnly?: boolean;
}

/** Everything that editors commit, as far as it can be read. */
export interface InspectedSite {
  /** What each content file says, by its path. */
  readings: ReadonlyMap<string, Reading>;
  /** Pages whose front matter is in order, drafts included. */
  entries: Entry[];
  /** Undefined if any of them has an error. */
  facts: Facts | undefined;
  /** Sound photographs in use, drafts' included, by path from the root. */
  photographs: ReadonlyMap<string, Photograph>;
  /** Where photographs stand in the content, drafts included. */
  photoUses: readonly PhotoUse[];
  /** Sound files for downloading, linked or not, by address. */
  downloads: ReadonlyMap<string, Download>;
  /** Links to them, drafts' included. */
  downloadUses: readonly DownloadUse[];
  /** Errors and warnings, those of `security` among them. */
  problems: Problem[];
  /** Warnings that `security.txt` runs out, for which a daily job fails. */
  security: Problem[];
  /** Warnings about pages that the two languages do not have alike; `npm run report` lists them. */
  translations: Problem[];
}

/**
 * Reads and checks, once and drafts included: files, front matter, facts, Markdown, photographs.
 *
 * @param kept what earlier builds made; opened here unless given
 * @param unsaved texts of files that are there
 */
export async function inspectSite(
  settings: Settings,
  kept?: Kept,
  unsaved?: UnsavedTexts,
): Promise<InspectedSite> {
  const { root, now } = settings;
  const { readings: readingsKept, downloads: looks } = kept ?? (await openKept(root));
  const readings = new Map<string, Reading>();
  const readPages = async (files: readonly ContentFile[]) => {
    const all = await readingsKept.read(files, unsaved);
    for (const [index, { source }] of files.entries()) {
      const reading = all[index];
      if (reading) readings.set(source, reading);
    }
    return all.map(({ page }) => page);
  };
  const content = await checkContent(root, readPages, unsaved);
  const { entries, incomplete, facts, expiry, problems } = content;
  const texts = [...readings.values()].flatMap(({ page, texts }) =>
    texts.map((text) => ({ ...text, file: page.entry ?? page.file })),
  );
  const site = indexSite(texts, settings.origin ?? facts?.site.origin, now);
  const inMarkdown = texts.flatMap(({ file, ...text }) =>
    checkMarkdown({ ...text, path: file.source, published: isOnSite(file, now), site }),
  );
  const uses = texts.flatMap(photoUses);
  const photographs = await checkPhotographs(uses, root, path.join(root, ".cache/photos"), unsaved);
  const downloadUses = texts.flatMap(usesOfDownloads);
  const noted = content.published.filter(({ address }) => isDownload(address));
  const files = await checkDownloads(root, downloadUses, noted, looks);
  // What a file with errors shows is not known: it may well be one of these photographs.
  const unused = incomplete.length === 0 ? [...photographs.unused, ...files.unused] : [];
  const security = expiry ? checkSecurity(expiry, now) : [];
  return {
    readings,
    entries,
    facts,
    photographs: photographs.photographs,
    photoUses: uses,
    downloads: files.downloads,
    downloadUses,
    problems: [
      ...problems,
      ...security,
      ...inMarkdown,
      ...recordTexts(photographs.photographs, root, unsaved).flatMap(checkPlainText),
      ...photographs.problems,
      ...unused,
      ...files.problems,
    ],
    security,
    translations: checkTranslations(entries, incomplete, now),
  };
}

/** What is told at the end of a build, besides what it made. */
export interface Notes {
  /** Entries that this build does not show: drafts, and what is not due yet. */
  leftOut: number;
  /** Those that are to come by this build's clock, and from when on (ms since 1970). */
  coming: readonly { source: string; due: number }[];
  warnings: readonly Problem[];
  /** Warnings about translations, which `npm run report` lists. */
  translations: readonly Problem[];
}

/** Content that may be built. */
interface CheckedSite
  extends Pick<
    InspectedSite,
    "readings" | "photographs" | "photoUses" | "downloads" | "downloadUses"
  > {
  facts: Facts;
  /** What this build shows. */
  published: Entry[];
  notes: Notes;
}

/**
 * Reads and checks everything that editors commit.
 *
 * @throws ContentFailure with all errors and warnings, when there is an error
 */
export async function checkSite(settings: Settings, kept?: Kept): Promise<CheckedSite> {
  const site = await inspectSite(settings, kept);
  const { entries, facts, photographs, photoUses, problems, translations } = site;
  if (!facts || problems.some(({ severity }) => severity === "error")) {
    throw new ContentFailure(problems);
  }
  const { now, drafts } = settings;
  const published = entries
    .filter((entry) => drafts || isPublished(entry, now))
    .map((entry) => (drafts ? entry : withoutChangeToCome(entry, now)))
    .map((entry) => {
      const { title = entry.title, summary = entry.summary } =
        site.readings.get(entry.source) ?? {};
      return { ...entry, title, summary };
    });
  const leftOut = entries.length - published.length;
  const coming = entries.flatMap(({ source, draft, due }) =>
    !draft && due !== undefined && due > now ? [{ source, due }] : [],
  );
  const notes = { leftOut, coming, warnings: problems, translations };
  const { readings, downloadUses } = site;
  const sources = new Set(published.map(({ source }) => source));
  const linked = downloadUses.flatMap(({ path, address }) => (sources.has(path) ? address : []));
  const downloads = new Map(
    [...site.downloads].filter(([address, { noted }]) => noted || linked.includes(address)),
  );
  return { readings, facts, published, photographs, photoUses, downloads, downloadUses, notes };
}

/** A change is told from its day on, as an article is: no page and no feed has a date to come. */
function withoutChangeToCome(entry: Entry, now: number): Entry {
  const { updated, ...rest } = entry;
  return updated && updated.instant > now ? rest : entry;
}

/** A content file; one whose front matter has errors lacks what was to be read from it. */
type ReadFile = ContentFile & Partial<Pick<Entry, "photo" | "screens" | "tags" | "draft" | "due">>;

/** One Markdown text of a content file. */
type ContentText = Reading["texts"][number] & { file: ReadFile };

/** What pages show of the records of photographs as it stands. */
function recordTexts(
  photographs: InspectedSite["photographs"],
  root: string,
  unsaved: UnsavedTexts | undefined,
): PlainText[] {
  return [...photographs].flatMap(([photo, { record }]) =>
    (["alt", "caption", "credit"] as const).flatMap((name) =>
      languages.map((language) => {
        const place = () => placeInRecord(root, recordPath(photo), [name, language], unsaved);
        return { key: `${name}.${language}`, text: record[name][language], place };
      }),
    ),
  );
}

/** Where the value at a path of keys stands in the record of a photograph. */
function placeInRecord(
  root: string,
  record: string,
  keys: readonly string[],
  unsaved?: UnsavedTexts,
): Place {
  const { text = "" } = readTextFile(root, record, unsaved);
  const found = parseYaml({ path: record, text, firstLine: 1 }).find(keys);
  return { path: record, ...(found?.value ?? { line: 1, column: 1 }) };
}

/**
 * What the check of links must know of the whole site.
 *
 * @param now ms since 1970; what is due by then is on the site
 */
function indexSite(
  texts: readonly ContentText[],
  origin: string | undefined,
  now: number,
): SiteIndex {
  const bodies = texts.filter((text) => !text.short);
  const addresses = new Map(bodies.map(({ file }) => [file.source, file.address]));
  const entries = new Map(
    bodies.map(({ file, references }) => [
      file.address,
      {
        source: file.source,
        published: isOnSite(file, now),
        ids: hasBody(file)
          ? new Set([...layoutIds[file.kind], ...references.headings.map(({ id }) => id)])
          : undefined,
      },
    ]),
  );
  const published = bodies.filter(({ file }) => isOnSite(file, now)).map(({ file }) => file);
  return {
    origin,
    addressOf: (source) => addresses.get(source),
    entryAt: (address) => entries.get(address),
    addresses: [...entries.keys()],
    knownFiles: new Set([
      ...fixedFiles.map((file) => `/${file}`),
      ...published.flatMap((list) =>
        list.kind === "news" ? newsPageAddresses(list, published).slice(1) : [],
      ),
      ...published
        .filter((file) => hasCalendar(file, published))
        .map(({ address }) => calendarAddress(address)),
    ]),
  };
}

/** Events have one, and their list where there are any. */
function hasCalendar({ kind, language }: ReadFile, published: readonly ReadFile[]): boolean {
  const isEvent = (file: ReadFile) => file.kind === "event" && file.language === language;
  return kind === "event" || (kind === "events" && published.some(isEvent));
}

/** Front matter takes the first lines; without its end, no body was found. */
function hasBody(file: ReadFile): boolean {
  return file.bodyLine > 1;
}

/** A file with errors counts as on the site, so that links to it are not errors too. */
function isOnSite(file: ReadFile, now: number): boolean {
  return isPublished({ draft: file.draft ?? false, due: file.due }, now);
}

/** Every photograph that a text shows; a file's body answers for its front matter too. */
function photoUses(text: ContentText): PhotoUse[] {
  const { file, short, references } = text;
  const { source, language } = file;
  const inSlot = (slot: SlotName, photo: PhotoReference) => ({
    ...photo,
    source,
    language,
    slot,
    alt: photo.alt,
  });
  const inFrontMatter = short
    ? []
    : [
        ...(file.photo === undefined ? [] : [{ ...inSlot("article", file.photo), isLead: true }]),
        ...(file.screens ?? []).map(({ photo }) => inSlot("screen", photo)),
      ];
  return [
    ...inFrontMatter,
    ...references.images.map(({ written, alt, inPair, line, column }) => ({
      source,
      language,
      slot: inPair ? ("pair" as const) : ("article" as const),
      written,
      alt,
      ...placeInFile(text, { line, column }),
    })),
  ];
}

/** Every link of a text to a file for downloading. */
function usesOfDownloads(text: ContentText): DownloadUse[] {
  const { source } = text.file;
  return text.references.links.flatMap(({ href, text: words, hasImage, ...at }) => {
    const { address = "" } = resolveContentLink(href, source);
    const use = { path: source, href, address, text: words, hasImage };
    return isDownload(address) ? [{ ...use, ...placeInFile(text, at) }] : [];
  });
}

/** A link of a published page that leaves the site, where an editor can change it. */
interface OutsideLink extends Place {
  /** `https://…` or `http://…`, as written. */
  href: string;
}

/** The links to other sites in published texts, and to the licences of photographs. */
export function outsideLinks(site: InspectedSite, { root, now }: Settings): OutsideLink[] {
  const inTexts = [...site.readings].flatMap(([source, { page, texts }]) =>
    !page.entry || !isPublished(page.entry, now)
      ? []
      : texts.flatMap((text) =>
          text.references.links
            // What is malformed, the check tells.
            .filter(({ kind, href }) => kind === "external" && URL.canParse(href))
            .map(({ href, ...at }) => ({ href, path: source, ...placeInFile(text, at) })),
        ),
  );
  const inRecords = [...site.photographs].flatMap(([photo, { record }]) => {
    const href = licencePage(record.licence);
    return href === undefined
      ? []
      : [{ href, ...placeInRecord(root, recordPath(photo), ["licence"]) }];
  });
  return [...inTexts, ...inRecords];
}
