import { existsSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { DownloadLook } from "../downloads/check.ts";
import { sha256 } from "../lib/files.ts";
import { type Log, openLog } from "../lib/log.ts";
import { openCache } from "../lib/store.ts";
import type { Rendition } from "../photos/picture.ts";
import { codeDigest } from "./code.ts";
import type { PageOutline } from "./finish.ts";
import type { Page, PlannedCard, SiteContext } from "./pages/context.ts";
import { type Readings, readings } from "./readings.ts";

/** What earlier builds have made, for a build to take and to add to. */
export interface Kept {
  /** A hash of the code and all else but content, see {@link codeDigest}. */
  code: string;
  readings: Readings;
  results: KeepResult;
  /** What files for downloading were seen to be, by path. */
  downloads: Log<DownloadLook>;
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
  const folders = ["kept", "results"].map((name) => path.join(root, ".cache", name));
  // Whoever deletes the cache may do so while the preview runs.
  if (before?.code === code && folders.every((folder) => existsSync(folder))) return before;
  const open = <Result>(name: string) =>
    openLog<Result>(path.join(root, ".cache/kept", name), code);
  const opened = new Map<string, Promise<Log<KeptPage>>>();
  return {
    code,
    readings: readings(root, await open("readings")),
    downloads: await open("downloads"),
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
interface PageKeeper {
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
