import { join } from "node:path";
import { z } from "zod";
import { type Cache, openCache } from "../cache/open-cache.ts";
import { sha256 } from "../lib/sha256.ts";
import { encoders, type RenditionFormat } from "./encoders.ts";
import { findQuality } from "./find-quality.ts";
import { parseJson } from "./parse-json.ts";
import { readMeasured } from "./read-measured.ts";
import { sampleOriginal } from "./sample-original.ts";
import { searchVersion } from "./search-version.ts";

/** Of an original, the quality that each format's encoder needs for it. */
export type Qualities = Readonly<Record<RenditionFormat, number>>;

/** The originals' qualities, each looked for once and kept between builds. */
export interface QualityBook {
  /** Throws where the original is no longer what was measured, and what the disk throws. */
  of(original: { path: string; sha256: string }): Promise<Qualities>;
}

const formats = Object.keys(encoders) as RenditionFormat[];

const schema = z.strictObject({
  avif: qualityOf("avif"),
  webp: qualityOf("webp"),
  jpeg: qualityOf("jpeg"),
});

/** Bytes that all entries together may take: some hundred thousand photographs. */
const cacheLimit = 16 * 2 ** 20;

/**
 * The book of the originals below `root`; nothing is opened before the first question.
 *
 * @param cache `.cache/photos`, absolute
 */
export function qualityBook(root: string, cache: string): QualityBook {
  let opened: Promise<Cache> | undefined;
  const found = new Map<string, Promise<Qualities>>();
  const look = async (original: { path: string; sha256: string }): Promise<Qualities> => {
    opened ??= openPruned(join(cache, "qualities"));
    const kept = await opened;
    const key = sha256(`${original.sha256} ${searchVersion}`);
    const known = schema.safeParse(parseJson((await kept.read(key))?.toString("utf8")));
    if (known.success) return known.data;
    const qualities = await search(await readMeasured(root, original));
    await kept.write(key, Buffer.from(JSON.stringify(qualities)));
    return qualities;
  };
  return {
    of(original) {
      const qualities = found.get(original.sha256) ?? look(original);
      found.set(original.sha256, qualities);
      return qualities;
    },
  };
}

async function search(original: Buffer): Promise<Qualities> {
  const sample = await sampleOriginal(original);
  const qualities: Partial<Record<RenditionFormat, number>> = {};
  for (const format of formats) qualities[format] = await findQuality(sample, format);
  return schema.parse(qualities);
}

async function openPruned(folder: string): Promise<Cache> {
  const cache = await openCache(folder);
  await cache.prune(cacheLimit);
  return cache;
}

function qualityOf(format: RenditionFormat) {
  const { least, most } = encoders[format].quality;
  return z.int().min(least).max(most);
}
