import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { type Options, ssim } from "ssim.js";
import { z } from "zod";
import { sha256 } from "../lib/files.ts";
import { type Cache, openCache } from "../lib/store.ts";
import { encoders, inFormat, type RenditionFormat, searchVersion } from "./encode.ts";
import { parseJson, readMeasured, uprightOriginal } from "./original.ts";

/** Of an original, the quality that each format's encoder needs for it. */
type Qualities = Readonly<Record<RenditionFormat, number>>;

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

/** What is looked for: a similarity, and the qualities between which it is. */
interface QualityAim {
  target: number;
  least: number;
  most: number;
}

/**
 * The least quality of a format's encoder at which a picture is as similar to itself as its aim says,
 * within the bounds. The same one every time.
 */
export async function findQuality(
  sample: Pixels,
  format: RenditionFormat,
  aim: QualityAim = encoders[format].quality,
): Promise<number> {
  const { target, least, most } = aim;
  if (Math.min(sample.width, sample.height) < comparedWindow) return most;
  let [low, high] = [least, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    const encoded = await inFormat(fromPixels(sample), format, middle).toBuffer();
    if (similarity(sample, await takePixels(sharp(encoded))) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Pixels of the shorter side: as many as on a small telephone, and compared in a twentieth of a second. */
const shorterSide = 320;

/** The whole original, small and on white: what the search for its qualities looks at. */
export function sampleOriginal(original: Buffer): Promise<Pixels> {
  return takePixels(
    uprightOriginal(original)
      .resize(shorterSide, shorterSide, { fit: "outside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" }),
  );
}

/** Decoded pixels in sRGB, four bytes each, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Decodes what a pipeline gives. */
export async function takePixels(picture: Sharp): Promise<Pixels> {
  const raw = picture.toColourspace("srgb").ensureAlpha().raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** An opaque pipeline that begins with pixels. */
export function fromPixels({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
}

/** Pixels of the window that moves over both pictures; no picture can be compared that is smaller. */
const comparedWindow = 11;

const options: Partial<Options> = {
  // The variant with sums of integers: as much alike on every machine, and the fastest.
  ssim: "weber",
  windowSize: comparedWindow,
  downsample: false,
};

/**
 * Mean structural similarity of two pictures of the same size, in their lightness: 1 where they are the
 * same. Wang and others, “Image Quality Assessment: From Error Visibility to Structural Similarity”, 2004.
 */
export function similarity(one: Pixels, other: Pixels): number {
  return ssim(asImage(one), asImage(other), options).mssim;
}

function asImage({ data, width, height }: Pixels) {
  return { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height };
}
