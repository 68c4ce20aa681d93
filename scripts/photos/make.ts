import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import sharp from "sharp";
import { runBounded } from "../lib/files.ts";
import { groupBy } from "../lib/lists.ts";
import { openCache } from "../lib/store.ts";
import { fromPixels, inFormat, type Pixels, takeCrops } from "./encode.ts";
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

/**
 * Renditions as pictures to make, from their originals below `root`: original by original, so that all of
 * one share its decode, and first what takes longest, so that no processor waits for another at the end.
 */
export function renditionPictures(
  renditions: readonly Rendition[],
  root: string,
): PlannedPicture[] {
  const pixelsOf = renditionPixels(renditions, root);
  const inOrder = [...groupBy(renditions, ({ originalPath }) => originalPath).values()].flatMap(
    (ofOne) => ofOne.toSorted(byTime),
  );
  return inOrder.map((rendition) => ({
    path: `photos/${rendition.name}`,
    key: rendition.key,
    async make() {
      const picture = await pixelsOf(rendition);
      const encoding = await encodingFor(picture, rendition);
      return inFormat(fromPixels(picture), rendition.format, encoding).toBuffer();
    },
  }));
}

/** The narrowest AVIF takes ten times as long as the widest of the others. */
function byTime(one: Rendition, other: Rendition): number {
  const [avif, otherAvif] = [one, other].map(({ format }) => Number(format === "avif"));
  return (otherAvif ?? 0) - (avif ?? 0) || other.width - one.width;
}

/** Originals whose crops are kept: that of which the last are begun, and the next. */
const originalsAtOnce = 2;

/**
 * What each of these renditions shows, before it is encoded. All crops of an original come from
 * one decode if they are asked for one after the other; only one is in memory whole, 300 MB at the most.
 * Rejects where the original is no longer what was measured.
 */
export function renditionPixels(
  renditions: readonly Rendition[],
  root: string,
): (rendition: Rendition) => Promise<Pixels> {
  const originals = groupBy(renditions, ({ originalPath }) => originalPath);
  const recent = new Map<string, Promise<ReadonlyMap<string, Pixels>>>();
  const oneByOne = pLimit(1);
  return async (rendition) => {
    const { originalPath: path } = rendition;
    const crops = recent.get(path) ?? oneByOne(() => cropsOf(originals.get(path) ?? [], root));
    recent.set(path, crops);
    const [oldest = path] = recent.keys();
    if (recent.size > originalsAtOnce) recent.delete(oldest);
    const picture = (await crops).get(cropKey(rendition));
    if (picture === undefined) throw new Error(`${rendition.name} was not announced`);
    return picture;
  };
}

/** The crops that renditions of one original show; formats of the same width show the same. */
async function cropsOf(renditions: readonly Rendition[], root: string) {
  const crops = new Map(renditions.map((rendition) => [cropKey(rendition), rendition]));
  const [first] = crops.values();
  if (first === undefined) return new Map<string, Pixels>();
  const original = { path: first.originalPath, sha256: first.originalHash };
  return takeCrops(await readMeasured(root, original), crops);
}

function cropKey({ region, width, height }: Rendition): string {
  return JSON.stringify([region, width, height]);
}

interface PicturesJob {
  pictures: readonly PlannedPicture[];
  /** `.cache/photos`, absolute. */
  cache: string;
  /** Puts a picture where it is to be. */
  put: (picture: PlannedPicture, bytes: Buffer) => Promise<void>;
  onProgress?: (progress: PicturesProgress) => void;
  /** Pictures at once; as many as the machine has processors unless said otherwise. */
  parallel?: number;
}

interface PicturesProgress {
  done: number;
  total: number;
  made: number;
}

/** Bytes of pictures kept for later builds: some thousand photographs. */
const cacheLimit = 2 ** 30;

/**
 * Puts exactly the pictures asked for, each from the cache where it is there and sound.
 * When one fails, what is running ends before the promise rejects: nothing is put behind the caller's back.
 * Throws on a failing disk, and where an original is no longer what was measured.
 *
 * @returns how many were made; the others came from the cache
 */
export async function makePictures(job: PicturesJob): Promise<number> {
  // One thread a picture on every platform; the queue is what fills the machine.
  sharp.concurrency(1);
  const cache = await openCache(join(job.cache, "renditions"));
  const make = async ({ key, make: makeAnew }: PlannedPicture): Promise<Buffer> => {
    const bytes = await makeAnew();
    await cache.write(key, bytes);
    return bytes;
  };
  const parallel = job.parallel ?? availableParallelism();
  let [done, made] = [0, 0];
  await runBounded(parallel, job.pictures, async (picture) => {
    const kept = await cache.read(picture.key);
    await job.put(picture, kept ?? (await make(picture)));
    if (kept === undefined) made += 1;
    done += 1;
    job.onProgress?.({ done, total: job.pictures.length, made });
  });
  if (made > 0) await cache.prune(cacheLimit);
  return made;
}
