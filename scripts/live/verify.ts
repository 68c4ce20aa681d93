import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { controlFiles, fileAt, isCompressible, liveUrl } from "../lib/addresses.ts";
import { ifThere, runBounded, sha256 } from "../lib/files.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import type { BuildRecord } from "../outputs/small-texts.ts";
import { recordPath } from "../site/fixed-addresses.ts";

/** A file that a host, or a folder, does not simply have as it was built. */
export interface Departure {
  file: string;
  /** How it departs, after the file's name. */
  what: string;
  /** False for a redirect to another page of the site: hosts send visitors of old addresses on. */
  wrong: boolean;
}

interface Comparison {
  /** As `liveUrl` has it. */
  base: URL;
  /** SHA-256 by path. */
  files: BuildRecord["files"];
  /** ms for each answer. */
  patience: number;
  onProgress?: (done: number, total: number) => void;
}

/** Few enough that no host takes it for an attack. */
const atOnce = 8;

/** Fetches every file of a site but those that hosts keep to themselves, and compares its hash. */
export async function compareLive(comparison: Comparison): Promise<Departure[]> {
  const { files, onProgress } = comparison;
  const asked = Object.keys(files).filter((file) => !controlFiles.includes(file));
  let done = 0;
  const departures = await runBounded(atOnce, asked, async (file) => {
    const departure = await compareFile(comparison, file);
    done += 1;
    onProgress?.(done, asked.length);
    return departure;
  });
  return departures.filter((departure) => departure !== undefined);
}

/**
 * Compares every file of a folder that holds a site with its hash, and finds those that have none. What
 * `npm run compress` puts beside a file has to hold the same.
 */
export async function compareFolder(
  folder: string,
  files: BuildRecord["files"],
): Promise<Departure[]> {
  const there = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, "/"));
  const all = new Set([...there, ...Object.keys(files)]);
  all.delete(recordPath);
  const departures = await runBounded(atOnce, [...all].sort(compareCodeUnits), async (file) => {
    const bytes = await ifThere(readFile(path.join(folder, file)));
    const wrong = (what: string): Departure[] => [{ file, what, wrong: true }];
    if (bytes === undefined) return wrong("is not there");
    const [, plain = "", ending = ""] = /^(.*)\.(br|gz)$/.exec(file) ?? [];
    const hash = files[file] ?? files[plain];
    if (hash === undefined) return wrong("is a file more");
    return sha256(files[file] ? bytes : unpacked(bytes, ending)) === hash
      ? []
      : wrong("has other bytes");
  });
  return departures.flat();
}

/** Nothing of what cannot be unpacked. */
function unpacked(bytes: Buffer, ending: string): Buffer {
  try {
    return ending === "br" ? brotliDecompressSync(bytes) : gunzipSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
}

/** As it is, and in each form in which a host may send it: these may be files of their own there. */
async function compareFile(comparison: Comparison, file: string): Promise<Departure | undefined> {
  const encodings: Encoding[] = isCompressible(file) ? ["identity", "gzip", "br"] : ["identity"];
  for (const encoding of encodings) {
    const departure = await compareForm(comparison, file, encoding);
    if (departure) return departure;
  }
  return undefined;
}

async function compareForm(
  { base, files, patience }: Comparison,
  file: string,
  encoding: Encoding,
): Promise<Departure | undefined> {
  const form = encoding === "identity" ? "" : `, compressed by ${encoding}`;
  const wrong = (what: string): Departure => ({ file, what: what + form, wrong: true });
  const { fault, status, url, body } = await fetchLive(liveUrl(base, file), encoding, patience);
  if (fault !== undefined) return wrong(`cannot be fetched (${fault})`);
  // Hosts show the page of what is not found with either status when it is asked for by name.
  if (status === 404 && !/(?:^|\/)404\.html$/.test(file)) return wrong("is not there (404)");
  if (status !== 200 && status !== 404) return wrong(`is answered with status ${status}`);
  const shown = fileAt(base, url, files);
  if (shown === undefined) return wrong(`leads to ${url.href}`);
  if (sha256(body) !== files[shown]) return wrong("has other bytes");
  return shown === file ? undefined : { file, what: `leads to ${shown}`, wrong: false };
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
type Encoding = "identity" | "gzip" | "br";

/** What a host answers, or why no whole answer came, for the middle of a sentence. */
type LiveAnswer =
  | {
      fault?: never;
      status: number;
      /** Where it came from, after all redirects. */
      url: URL;
      /** Decompressed, as a visitor has it. */
      body: Uint8Array;
    }
  | { fault: string; status?: never; url?: never; body?: never };

/**
 * Fetches what stands at an address now, past caches on the way.
 *
 * @param encoding in which it is to be sent, if the host can
 * @param patience ms for the whole answer
 */
export async function fetchLive(
  url: URL,
  encoding: Encoding,
  patience: number,
): Promise<LiveAnswer> {
  try {
    const response = await fetch(url, {
      headers: { "cache-control": "no-cache", "accept-encoding": encoding },
      signal: AbortSignal.timeout(patience),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, url: new URL(response.url), body };
  } catch (error) {
    return { fault: reason(error, patience) };
  }
}

function reason(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no whole answer within ${patience / 1000} s`;
  // `fetch` only says that it failed; what is behind it says why.
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause ? String(cause.code) : cause.message;
}
