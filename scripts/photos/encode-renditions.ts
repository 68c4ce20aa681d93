import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { encodeRendition } from "./encode-rendition.ts";
import { type Cache, openCache } from "./open-cache.ts";
import type { Rendition } from "./rendition.ts";
import { runBounded } from "./run-bounded.ts";
import { sha256 } from "./sha256.ts";

export interface EncodeJob {
  renditions: readonly Rendition[];
  /** The project's root, from which the originals' paths lead. */
  root: string;
  /** `.cache/photos`, absolute. */
  cache: string;
  /** The folder that the renditions are put into, absolute; made where it is missing. */
  out: string;
  onProgress?: (progress: EncodeProgress) => void;
  /** Renditions at once; as many as the machine has processors unless said otherwise. */
  parallel?: number;
}

export interface EncodeProgress {
  done: number;
  total: number;
  encoded: number;
  reused: number;
}

export interface EncodeResult {
  encoded: number;
  reused: number;
  /** Bytes put into the output folder. */
  bytes: number;
}

/** Bytes of renditions kept for later builds: some thousand photographs. */
const cacheLimit = 2 ** 30;

/**
 * Puts exactly the renditions asked for into a folder, each from the cache where it is there and sound.
 * When one fails, what is running ends before the promise rejects: nothing is written behind the caller's back.
 * Throws on a failing disk, and where an original is no longer what was measured.
 */
export async function encodeRenditions(job: EncodeJob): Promise<EncodeResult> {
  // One thread a picture on every platform; the queue is what fills the machine.
  sharp.concurrency(1);
  const cache = await openCache(join(job.cache, "renditions"));
  await mkdir(job.out, { recursive: true });
  const count = { encoded: 0, reused: 0, bytes: 0 };
  await runBounded(job.parallel ?? availableParallelism(), job.renditions, async (rendition) => {
    const kept = await cache.read(rendition.key);
    const bytes = kept ?? (await encode(rendition, job.root, cache));
    await writeFile(join(job.out, rendition.name), bytes);
    count[kept === undefined ? "encoded" : "reused"] += 1;
    count.bytes += bytes.length;
    const { encoded, reused } = count;
    job.onProgress?.({ done: encoded + reused, total: job.renditions.length, encoded, reused });
  });
  await cache.prune(cacheLimit);
  return count;
}

async function encode(rendition: Rendition, root: string, cache: Cache): Promise<Buffer> {
  const original = await readFile(join(root, rendition.originalPath));
  if (sha256(original) !== rendition.originalHash) {
    throw new Error(
      `${rendition.originalPath} changed while the site was being built; build again`,
    );
  }
  const bytes = await encodeRendition(original, rendition);
  await cache.write(rendition.key, bytes);
  return bytes;
}
