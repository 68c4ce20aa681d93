import { controlFiles } from "../lib/control-files.ts";
import { isCompressible } from "../lib/is-compressible.ts";
import { runBounded } from "../lib/run-bounded.ts";
import { sha256 } from "../lib/sha256.ts";
import type { BuildRecord } from "../outputs/small-texts.ts";
import { type Encoding, fetchLive, NoAnswer } from "./fetch-live.ts";
import { fileAt } from "./file-at.ts";
import { liveUrl } from "./live-url.ts";

/** A file that a host does not simply show as it was built. */
export interface Departure {
  file: string;
  /** How it departs, after the file's name. */
  what: string;
  /** False for a redirect to another page of the site: hosts send visitors of old addresses on. */
  wrong: boolean;
}

export interface Comparison {
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
  try {
    const { status, url, body } = await fetchLive(liveUrl(base, file), encoding, patience);
    if (status === 404 && !isNotFoundPage(file)) return wrong("is not there (404)");
    if (status !== 200 && status !== 404) return wrong(`is answered with status ${status}`);
    const shown = fileAt(base, url, files);
    if (shown === undefined) return wrong(`leads to ${url.href}`);
    if (sha256(body) !== files[shown]) return wrong("has other bytes");
    return shown === file ? undefined : { file, what: `leads to ${shown}`, wrong: false };
  } catch (error) {
    if (error instanceof NoAnswer) return wrong(`cannot be fetched (${error.message})`);
    throw error;
  }
}

/** Hosts show it with either status when it is asked for by name. */
function isNotFoundPage(file: string): boolean {
  return /(?:^|\/)404\.html$/.test(file);
}
