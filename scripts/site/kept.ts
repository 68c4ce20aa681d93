import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { withPrefix } from "../lib/addresses.ts";
import { ifThere, runBounded, sha256 } from "../lib/files.ts";
import { compareCodeUnits, type Remember } from "../lib/lists.ts";
import { openPack } from "../lib/pack.ts";
import { openCache } from "../lib/store.ts";
import type { Rendition } from "../photos/picture.ts";
import type { FinishedPage, PageOutline } from "./finish.ts";
import { linkResolver, type Page, type SiteContext } from "./pages/context.ts";

/** What is loaded once in the life of a process. */
const codeFolders = ["scripts"];

/** The second lockfile is npm's own, of what is really installed. */
const codeFiles = [
  "eleventy.config.ts",
  "package.json",
  "package-lock.json",
  "node_modules/.package-lock.json",
  "tsconfig.json",
];

/** The digest of the code that this process runs, by the project's folder. */
const loadedCode = new Map<string, Promise<string>>();

/**
 * A hash of everything that decides what comes of content: our code, the templates, the dependencies
 * and Node. Results of one digest are not taken for those of another. Code that changes while a process
 * runs is not what the process runs: it is read once.
 *
 * @param root the project's folder, absolute
 */
async function codeDigest(root: string): Promise<string> {
  const code = loadedCode.get(root) ?? filesDigest(root, codeFolders, codeFiles);
  loadedCode.set(root, code);
  const templates = await filesDigest(root, ["templates"], []);
  return digest([process.version, process.arch, process.platform, await code, templates]);
}

async function filesDigest(
  root: string,
  folders: readonly string[],
  files: readonly string[],
): Promise<string> {
  const found = (await Promise.all(folders.map((folder) => filesBelow(root, folder)))).flat();
  const paths = [...files, ...found].sort(compareCodeUnits);
  const hashes = await runBounded(32, paths, async (file) => {
    // The lockfile where another tool than npm installs, code where only content is checked.
    const bytes = await ifThere(readFile(path.join(root, file)));
    return [file, bytes && sha256(bytes)];
  });
  return digest(hashes);
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = (await ifThere(readdir(path.join(root, folder), options))) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** What was read from content files in earlier runs, and in this one for later ones. */
interface KeptReadings {
  /** A hash of the code and all else but content, see {@link codeDigest}. */
  code: string;
  remember: Remember;
  save(): Promise<void>;
  /** Forgets what was read and not saved. */
  discard(): Promise<void>;
}

/** Bytes of readings kept for other versions of the code. */
const readingsLimit = 2 ** 28;

/**
 * Opens what was read in earlier runs.
 *
 * @param root the project's folder, absolute
 */
export async function openKeptReadings(root: string): Promise<KeptReadings> {
  const code = await codeDigest(root);
  const pack = await openPack(path.join(root, ".cache/readings"), code, readingsLimit);
  return {
    code,
    remember(name, input, make) {
      const key = sha256(`${name} ${input}`);
      const bytes = pack.read(key);
      if (bytes) return deserialize(bytes);
      const made = make();
      pack.write(key, serialize(made));
      return made;
    },
    save: () => pack.save(),
    discard: () => pack.discard(),
  };
}

/**
 * Gives what `make` gives for an input, or what it gave for the same input in an earlier build. What is
 * made must follow from its name and the input alone, and be plain data, bytes among it.
 */
export type KeepResult = <Result>(
  name: string,
  input: unknown,
  make: () => Result | Promise<Result>,
) => Promise<Result>;

/** Bytes of results kept for other inputs and versions of the code. */
const resultsLimit = 2 ** 27;

/**
 * Opens what earlier builds made that takes long: fonts, the map, icons, the index of the search.
 *
 * @param root the project's folder, absolute
 * @param code see `codeDigest`
 */
export async function openKeptResults(root: string, code: string): Promise<KeepResult> {
  const cache = await openCache(path.join(root, ".cache/results"));
  await cache.prune(resultsLimit);
  return async (name, input, make) => {
    const key = sha256(JSON.stringify([code, name, input]));
    const bytes = await cache.read(key);
    if (bytes) return deserialize(bytes);
    const made = await make();
    await cache.write(key, serialize(made));
    return made;
  };
}

/** A rendered page: where it goes in `_site/`, what it holds, and which file it came from. */
export interface RenderedPage {
  /** Path below `_site/`, with forward slashes. */
  output: string;
  /** The page's `template`, see `Page`. */
  source: string;
  /** SHA-256 of the HTML. */
  hash: string;
  outline: PageOutline;
  /** The HTML without its styles, see `withStyles`. */
  html(): string;
}

/** Finished pages of earlier builds, and of this one for later ones. */
interface KeptPages {
  /** A page as it was finished before, if all that it was made from is the same. */
  find(page: Page): RenderedPage | undefined;
  /** Keeps a page that was finished now; to be called when all are. */
  keep(page: Page, finished: FinishedPage): RenderedPage;
  save(): Promise<void>;
  /** Forgets what was kept and not saved. */
  discard(): Promise<void>;
}

/** What is kept of a page besides its HTML. */
interface PageNotes {
  /** SHA-256 of the HTML, which is without its styles. */
  hash: string;
  outline: PageOutline;
  /** What the page shows of photographs. */
  renditions: readonly Rendition[];
  /** The digest that each of these photographs had, by path from the root. */
  photographs: Readonly<Record<string, string>>;
}

/** Bytes of pages kept for other settings: the preview, another base path. */
const pagesLimit = 2 ** 29;

/**
 * Opens the finished pages of earlier builds.
 *
 * @param frame all that every page is made from alike, as data: the code, the facts, what all templates are given
 * @param links see `InspectedSite.links`
 */
export async function openKeptPages(
  root: string,
  frame: unknown,
  context: SiteContext,
  links: ReadonlyMap<string, readonly string[]>,
): Promise<KeptPages> {
  const frameKey = digest(frame);
  const pack = await openPack(path.join(root, ".cache/pages"), frameKey, pagesLimit);
  const resolveLink = linkResolver(context.entries, (to) => withPrefix(context.prefix, to));
  const keyOf = once(({ source, template, layout, output, body, data }: Page): string => {
    // Every page has these two from the facts, by its language.
    const { t: _strings, site: _site, ...own } = data;
    const addresses = (links.get(source) ?? []).map((href) => resolveLink(href, source));
    return digest([frameKey, template, layout, output, body, own, addresses]);
  });
  const photographDigest = once((original: string) => digest(context.photographs.get(original)));
  /** One string for all of the same characters: pages have most of their links in common. */
  const shared = once((address: string) => address);
  /** Its HTML stays on the disk until it is wanted. */
  const rendered = (page: Page, { hash, outline }: PageNotes): RenderedPage => ({
    output: page.output,
    source: page.template,
    hash,
    outline: { ...outline, references: outline.references.map(shared) },
    html() {
      const bytes = pack.read(keyOf(page));
      if (!bytes) throw new Error(`what was kept of ${page.output} is not there any more`);
      return htmlOf(bytes);
    },
  });

  return {
    find(page) {
      const bytes = pack.read(keyOf(page));
      if (!bytes) return undefined;
      const notes = notesOf(bytes);
      const shown = Object.entries(notes.photographs);
      if (shown.some(([original, kept]) => photographDigest(original) !== kept)) return undefined;
      for (const rendition of notes.renditions) context.renditions.add(rendition);
      return rendered(page, notes);
    },
    keep(page, { html, outline }) {
      const renditions = renditionsIn(outline, context);
      const originals = [...new Set(renditions.map(({ originalPath }) => originalPath))];
      const photographs = Object.fromEntries(originals.map((one) => [one, photographDigest(one)]));
      const notes = { hash: sha256(html), outline, renditions, photographs };
      pack.write(keyOf(page), encodePage(notes, html));
      return rendered(page, notes);
    },
    save: () => pack.save(),
    discard: () => pack.discard(),
  };
}

/** The renditions that a page names; it asked for them while it was rendered. */
function renditionsIn(
  { references }: PageOutline,
  { prefix, renditions }: SiteContext,
): Rendition[] {
  const folder = withPrefix(prefix, "/photos/");
  const names = references
    .filter((reference) => reference.startsWith(folder))
    .map((reference) => reference.slice(folder.length));
  return [...new Set(names)].flatMap((name) => renditions.named(name) ?? []);
}

/** `make`, asked once for each input. */
function once<Input, Result>(make: (input: Input) => Result): (input: Input) => Result {
  const made = new Map<Input, Result>();
  return (input) => {
    const known = made.get(input);
    if (known !== undefined) return known;
    const result = make(input);
    made.set(input, result);
    return result;
  };
}

/** A page as bytes: the length of its notes, these as JSON, and the HTML. */
function encodePage(notes: PageNotes, html: string): Buffer {
  const head = Buffer.from(JSON.stringify(notes));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, Buffer.from(html)]);
}

function notesOf(bytes: Buffer): PageNotes {
  return JSON.parse(bytes.toString("utf8", 4, 4 + bytes.readUInt32LE()));
}

function htmlOf(bytes: Buffer): string {
  return bytes.toString("utf8", 4 + bytes.readUInt32LE());
}

/** A hash of data. Throws at functions, of which it could tell nothing. */
function digest(value: unknown): string {
  return sha256(JSON.stringify(value, plain));
}

/** What JSON would leave out without a word. */
function plain(key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value === "function") throw new TypeError(`“${key}” is a function, and no data`);
  return value;
}
