import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { type Options, ssim } from "ssim.js";
import { z } from "zod";
import { sha256 } from "../lib/files.ts";
import { openResults } from "../lib/store.ts";
import { encoders, inFormat, type RenditionFormat, searchVersion } from "./encode.ts";
import { readMeasured, uprightOriginal } from "./original.ts";

/** Of an original, the quality that each format's encoder needs for it. */
type Qualities = Readonly<Record<RenditionFormat, number>>;

const schema = z.strictObject({
  avif: qualityOf("avif"),
  webp: qualityOf("webp"),
  jpeg: qualityOf("jpeg"),
});

function qualityOf(format: RenditionFormat) {
  const { least, most } = encoders[format].quality;
  return z.int().min(least).max(most);
}

/** Bytes that all entries together may take: some hundred thousand photographs. */
const cacheLimit = 16 * 2 ** 20;

/**
 * The qualities of the originals below `root`, each looked for once and kept between builds; nothing is
 * opened before the first question. What it gives throws where an original is no longer what was measured,
 * and what the disk throws.
 *
 * @param cache `.cache/photos`, absolute
 */
export function qualityBook(root: string, cache: string) {
  let opened: ReturnType<typeof open> | undefined;
  const open = () => openResults(join(cache, "qualities"), schema, cacheLimit);
  const found = new Map<string, Promise<Qualities>>();
  const look = async (original: { path: string; sha256: string }): Promise<Qualities> => {
    opened ??= open();
    const kept = await opened;
    const key = sha256(`${original.sha256} ${searchVersion}`);
    const known = await kept.read(key);
    if (known !== undefined) return known;
    const sample = await sampleOriginal(await readMeasured(root, original));
    const avif = await findQuality(sample, "avif");
    const webp = await findQuality(sample, "webp");
    const qualities = { avif, webp, jpeg: await findQuality(sample, "jpeg") };
    await kept.write(key, qualities);
    return qualities;
  };
  return (original: { path: string; sha256: string }): Promise<Qualities> => {
    const qualities = found.get(original.sha256) ?? look(original);
    found.set(original.sha256, qualities);
    return qualities;
  };
}

/**
 * The least quality of a format's encoder at which a picture is as similar to itself as `encoders` says,
 * within the bounds. The same one every time.
 */
async function findQuality(sample: Pixels, format: RenditionFormat): Promise<number> {
  const { target, least, most } = encoders[format].quality;
  if (Math.min(sample.width, sample.height) < comparedWindow) return most;
  let [low, high]: [number, number] = [least, most];
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
function sampleOriginal(original: Buffer): Promise<Pixels> {
  return takePixels(
    uprightOriginal(original)
      .resize(shorterSide, shorterSide, { fit: "outside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" }),
  );
}

/** Decoded pixels in sRGB, four bytes each, row by row. */
interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Decodes what a pipeline gives. */
async function takePixels(picture: Sharp): Promise<Pixels> {
  const raw = picture.toColourspace("srgb").ensureAlpha().raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** An opaque pipeline that begins with pixels. */
function fromPixels({ data, width, height }: Pixels): Sharp {
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
function similarity(one: Pixels, other: Pixels): number {
  return ssim(asImage(one), asImage(other), options).mssim;
}

function asImage({ data, width, height }: Pixels) {
  return { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height };
}
