import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { ifThere, runBounded, sha256 } from "../lib/files.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { type Log, openLog } from "../lib/log.ts";
import { openCache } from "../lib/store.ts";
import type { Rendition } from "../photos/picture.ts";
import type { PageOutline } from "./finish.ts";
import type { Page, PlannedCard, SiteContext } from "./pages/context.ts";
import { type Readings, readings } from "./readings.ts";

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

/** What earlier builds have made, for a build to take and to add to. */
export interface Kept {
  /** A hash of the code and all else but content, see {@link codeDigest}. */
  code: string;
  readings: Readings;
  results: KeepResult;
  /** The finished pages of a target, by their path below it. */
  pages(target: "site" | "preview"): Promise<Log<KeptPage>>;
}

/**
 * Opens what is kept in `.cache/`.
 *
 * @param root the project's folder, absolute
 * @param before what this process opened before: it is taken again if the code is still the same
 */
export async function openKept(root: string, before?: Kept): Promise<Kept> {
  const code = await codeDigest(root);
  if (before?.code === code) return before;
  const open = <Result>(name: string) =>
    openLog<Result>(path.join(root, ".cache/kept", name), code);
  const opened = new Map<string, Promise<Log<KeptPage>>>();
  return {
    code,
    readings: readings(root, await open("readings")),
    results: await openKeptResults(root, code),
    pages(target) {
      const log = opened.get(target) ?? open(target);
      opened.set(target, log);
      return log;
    },
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
async function openKeptResults(root: string, code: string): Promise<KeepResult> {
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

/** What is kept of a finished page; the page itself stands in the site. */
export interface KeptPage {
  /** A hash of all that it was made from but photographs. */
  key: string;
  /** SHA-256 of the file. */
  hash: string;
  outline: PageOutline;
  /** The renditions that it names. */
  renditions: readonly Rendition[];
  /** The digest that each photograph had which it shows, by path from the root. */
  photographs: Readonly<Record<string, string>>;
  /** The card that it refers to. */
  card: Pick<PlannedCard, "path" | "key"> | undefined;
}

/** Tells which pages are as they were, by what they are made from. */
export interface PageKeeper {
  /** A page as it was finished before, if all that it was made from is the same. */
  find(page: Page): KeptPage | undefined;
  keep(page: Page, finished: Omit<KeptPage, "key" | "photographs" | "card">): KeptPage;
}

/**
 * @param common what all pages are made from alike, as data: the facts, what all templates are given
 * @param photographs see `SiteContext`
 */
export function pageKeeper(
  log: Log<KeptPage>,
  common: unknown,
  photographs: SiteContext["photographs"],
): PageKeeper {
  const commonKey = digest(common);
  const keyOf = ({ source, template, layout, output, madeFrom }: Page) =>
    digest([commonKey, source, template, layout, output, madeFrom]);
  const photographDigests = new Map<string, string>();
  const photographDigest = (original: string) => {
    const known = photographDigests.get(original) ?? digest(photographs.get(original) ?? null);
    photographDigests.set(original, known);
    return known;
  };
  return {
    find(page) {
      const kept = log.get(page.output);
      if (kept?.key !== keyOf(page)) return undefined;
      const shown = Object.entries(kept.photographs);
      return shown.every(([original, one]) => photographDigest(original) === one)
        ? kept
        : undefined;
    },
    keep(page, finished) {
      const originals = new Set(finished.renditions.map(({ originalPath }) => originalPath));
      const shown = [...originals].map((one) => [one, photographDigest(one)]);
      const card = page.card();
      const kept = {
        ...finished,
        key: keyOf(page),
        photographs: Object.fromEntries(shown),
        card: card && { path: card.path, key: card.key },
      };
      log.set(page.output, kept);
      return kept;
    },
  };
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
