import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { putFile, runBounded, sha256 } from "../lib/files.ts";
import { openCache } from "../lib/store.ts";
import { cropOriginal, fromPixels, inFormat, type Pixels, takePixels } from "./encode.ts";
import { readMeasured } from "./original.ts";
import type { Rendition } from "./picture.ts";
import { encodingFor } from "./quality.ts";

/** A picture that the site refers to and that is still to be made: a rendition, a card. */
export interface PlannedPicture {
  /** Below `_site/`, with forward slashes. */
  path: string;
  /** SHA-256 of all that decides its bytes, the tools' versions among it. */
  key: string;
  /** Makes the bytes; called only where the cache has none. */
  make(): Promise<Buffer>;
}

/** A rendition as a picture to make, from its original below `root`. */
export function renditionPicture(rendition: Rendition, root: string): PlannedPicture {
  const { name, key, format } = rendition;
  return {
    path: `photos/${name}`,
    key,
    async make() {
      const picture = await renditionPixels(rendition, root);
      const encoding = await encodingFor(picture, rendition);
      return inFormat(fromPixels(picture), format, encoding).toBuffer();
    },
  };
}

/** What a rendition shows, before it is encoded. Throws where the original is no longer what was measured. */
export async function renditionPixels(rendition: Rendition, root: string): Promise<Pixels> {
  const original = { path: rendition.originalPath, sha256: rendition.originalHash };
  const bytes = await readMeasured(root, original);
  return takePixels(await cropOriginal(bytes, rendition.region, rendition));
}

interface PicturesJob {
  pictures: readonly PlannedPicture[];
  /** `.cache/photos`, absolute. */
  cache: string;
  /** The folder that the pictures' paths lead from, absolute; made where it is missing. */
  out: string;
  /** A folder that may hold the same pictures, absolute, see {@link putFile}. */
  former?: string | undefined;
  onProgress?: (progress: PicturesProgress) => void;
  /** Pictures at once; as many as the machine has processors unless said otherwise. */
  parallel?: number;
}

interface PicturesProgress {
  done: number;
  total: number;
  made: number;
}

interface PicturesResult {
  made: number;
  /** Of all pictures together. */
  bytes: number;
  /** The SHA-256 of each picture, by its path. */
  hashes: ReadonlyMap<string, string>;
}

/** Bytes of pictures kept for later builds: some thousand photographs. */
const cacheLimit = 2 ** 30;

/**
 * Puts exactly the pictures asked for into a folder, each from the cache where it is there and sound.
 * When one fails, what is running ends before the promise rejects: nothing is written behind the caller's back.
 * Throws on a failing disk, and where an original is no longer what was measured.
 */
export async function makePictures(job: PicturesJob): Promise<PicturesResult> {
  // One thread a picture on every platform; the queue is what fills the machine.
  sharp.concurrency(1);
  const cache = await openCache(join(job.cache, "renditions"));
  for (const folder of new Set(job.pictures.map(({ path }) => dirname(path)))) {
    await mkdir(join(job.out, folder), { recursive: true });
  }
  const make = async ({ key, make: makeAnew }: PlannedPicture): Promise<Buffer> => {
    const bytes = await makeAnew();
    await cache.write(key, bytes);
    return bytes;
  };
  const parallel = job.parallel ?? availableParallelism();
  let [done, made, bytesInAll] = [0, 0, 0];
  const hashes = new Map<string, string>();
  await runBounded(parallel, job.pictures, async (picture) => {
    const kept = await cache.read(picture.key);
    const bytes = kept ?? (await make(picture));
    await putFile(join(job.out, picture.path), bytes, job.former && join(job.former, picture.path));
    if (kept === undefined) made += 1;
    hashes.set(picture.path, sha256(bytes));
    bytesInAll += bytes.length;
    done += 1;
    job.onProgress?.({ done, total: job.pictures.length, made });
  });
  if (made > 0) await cache.prune(cacheLimit);
  return { made, bytes: bytesInAll, hashes };
}
