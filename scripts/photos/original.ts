import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Metadata, type Sharp } from "sharp";
import { z } from "zod";
import { isNodeError, sha256 } from "../lib/files.ts";
import { openCache } from "../lib/store.ts";
import { kindOfFile, type OriginalFormat, originalFormats, pngStructure } from "./file-kinds.ts";
import type { PhotoRecord } from "./record.ts";
import { type Fault, photoFault } from "./rules.ts";
import { nearestTone, type Rgb, tones } from "./tones.ts";

/** What one full look at a sound original's bytes tells. */
interface Measure {
  /** Hash of the file's bytes, 64 hexadecimal digits. */
  sha256: string;
  /** Pixels, after the orientation noted in the file is applied. */
  width: number;
  /** Pixels, after the orientation noted in the file is applied. */
  height: number;
  format: OriginalFormat;
  /** Index of the palette class nearest to the dominant colour. */
  tone: number;
}

/** A sound photograph in `assets/photos/`. */
export interface Original extends Measure {
  /** Path from the project's root, with forward slashes. */
  path: string;
}

/** A sound original with what its record says of it: all that a page needs to show it. */
export interface Photograph {
  original: Original;
  record: PhotoRecord;
}

/** A sound original, or the one thing that is wrong with the file. */
type Inspection = { original: Original; fault?: never } | { original?: never; fault: Fault };

/**
 * Looks at one original: size on disk, then its bytes, from the cache where the same bytes were found
 * sound before. `path` is from `root`, with forward slashes.
 * The whole file is read at once, so that what is hashed is what is decoded. Throws on a failing disk and on missing permissions.
 */
export async function inspectOriginal(
  root: string,
  path: string,
  cache: Measures,
): Promise<Inspection> {
  const bytes = await readOriginal(join(root, path), path);
  if (!Buffer.isBuffer(bytes)) return { fault: bytes };
  const kept = await cache.read(sha256(bytes));
  if (kept !== undefined) return { original: { path, ...kept } };
  const { measure, fault } = await measureBytes(bytes, path);
  if (fault !== undefined) return { fault };
  await cache.write(measure);
  return { original: { path, ...measure } };
}

async function readOriginal(file: string, path: string): Promise<Buffer | Fault> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return photoFault("photo-not-a-file", { path, kind: "a folder" });
    if (!found.isFile()) {
      return photoFault("photo-not-a-file", { path, kind: "no ordinary file" });
    }
    if (found.size === 0) return photoFault("photo-empty", { path });
    if (found.size > limits.bytes) {
      const size = `${Math.ceil(found.size / 1e6)} MB`;
      return photoFault("photo-too-large", { path, size, limit: `${limits.bytes / 1e6} MB` });
    }
    return await readFile(file);
  } catch (error) {
    if (isNodeError(error, "ENOENT", "ENOTDIR")) return photoFault("photo-missing", { path });
    throw error;
  }
}

/** A sound original's measure, or the one thing that is wrong with it. */
type Verdict = { measure: Measure; fault?: never } | { measure?: never; fault: Fault };

/**
 * Judges an original's bytes, the cheap checks first: what it is by its first bytes, what its header
 * promises, and only then one full decode in which a warning counts as damage.
 * `path` is for the sentences only. libvips' own words are never shown: few could act on them.
 */
export async function measureBytes(bytes: Buffer, path: string): Promise<Verdict> {
  const kind = kindOfFile(bytes, path);
  if (kind.format === undefined) return kind;
  const { format } = kind;
  const damaged = photoFault("photo-damaged", { path, kind: nameOf(format) });
  const header = await headerOf(bytes);
  if (header === undefined) return { fault: damaged };
  const png = format === "png" ? pngStructure(bytes) : { animated: false, complete: true };
  const fault = judgeHeader(header, format, png.animated, path);
  if (fault !== undefined) return { fault };
  const dominant = await decode(bytes);
  if (dominant === undefined || !png.complete) return { fault: damaged };
  const { width, height } = header.autoOrient;
  const tone = nearestTone(dominant);
  return { measure: { sha256: sha256(bytes), width, height, format, tone } };
}

/** The header alone; nothing is decoded, so no limit is needed. Nothing where there is no reading it. */
async function headerOf(bytes: Buffer): Promise<Metadata | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    // The caller says in our words that the file is damaged.
    return undefined;
  }
}

function judgeHeader(
  header: Metadata,
  format: OriginalFormat,
  animatedPng: boolean,
  path: string,
): Fault | undefined {
  const { width, height, pages = 1 } = header;
  if (width * height * pages > limits.megapixels * 1e6) {
    const size = `${width} × ${height}${pages > 1 ? ` × ${pages}` : ""} pixels`;
    const limit = `${limits.megapixels} megapixels`;
    return photoFault("photo-too-large", { path, size, limit });
  }
  if (pages > 1 || animatedPng) {
    const kind = format === "tiff" ? "a TIFF of several pages" : `an animated ${nameOf(format)}`;
    return photoFault("photo-animated", { path, kind });
  }
  if (header.space === "cmyk" && !header.hasProfile) return photoFault("photo-cmyk", { path });
  return undefined;
}

/**
 * Decodes every pixel, then gives the dominant colour, or nothing where the decoder complains.
 * The colour comes from a small copy in sRGB: statistics of the original would be in its own colour space.
 */
async function decode(bytes: Buffer): Promise<Rgb | undefined> {
  const input = { failOn: "warning", limitInputPixels: limits.megapixels * 1e6 } as const;
  try {
    // Not the small copy alone: a JPEG is decoded at an eighth for it, which passes over damage.
    await sharp(bytes, input).stats();
    const small = await sharp(bytes, input)
      .resize(64, 64, { fit: "fill" })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .png()
      .toBuffer();
    return (await sharp(small).stats()).dominant;
  } catch {
    // The caller says in our words that the file is damaged.
    return undefined;
  }
}

function nameOf(format: OriginalFormat): string {
  return format === "webp" ? "WebP" : format.toUpperCase();
}

/** What an original may be. */
const limits = {
  /**
   * Megapixels over all frames. The largest cameras make 100; beyond that it is a panorama or a file
   * made to exhaust memory, and no slot of the site needs a twentieth of it.
   */
  megapixels: 100,
  /** Bytes on disk. 100 megapixels of 16-bit TIFF are 600 million bytes; nothing larger is a photograph. */
  bytes: 1e9,
} as const;

/** An original as a pipeline: upright, and refused where decoding it draws a warning. */
export function uprightOriginal(original: Buffer): Sharp {
  return sharp(original, {
    autoOrient: true,
    failOn: "warning",
    limitInputPixels: limits.megapixels * 1e6,
  });
}

/**
 * The bytes of an original that was measured when the build began.
 *
 * @param root the project's, from which `path` leads
 * @throws Error where it is another one now, and what the disk throws
 */
export async function readMeasured(
  root: string,
  { path, sha256: measured }: { path: string; sha256: string },
): Promise<Buffer> {
  const original = await readFile(join(root, path));
  if (sha256(original) === measured) return original;
  throw new Error(`${path} changed while the site was being built; build again`);
}

/** Raise it when the checks or the measure change, so that old verdicts are not taken for new ones. */
const revision = 1;

const measureSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().positive(),
  height: z.int().positive(),
  format: z.enum(originalFormats),
  tone: z
    .int()
    .min(0)
    .max(tones.length - 1),
});

/** Bytes that all verdicts together may take: some tens of thousands of photographs. */
const measuresLimit = 16 * 2 ** 20;

/** Sound verdicts by the hash of the original's bytes; of faults nothing is kept. */
export interface Measures {
  read(originalHash: string): Promise<Measure | undefined>;
  write(measure: Measure): Promise<void>;
}

/**
 * Measures that earlier builds kept in `.cache/photos` (`folder`, absolute). What does not read as this
 * original's measure is measured anew.
 */
export async function openMeasures(folder: string): Promise<Measures> {
  const cache = await openCache(join(folder, "measures"));
  await cache.prune(measuresLimit);
  const judges = JSON.stringify([revision, limits, sharp.versions, tones.map(({ hex }) => hex)]);
  const keyOf = (originalHash: string) => sha256(`${originalHash} ${judges}`);
  return {
    async read(originalHash) {
      const bytes = await cache.read(keyOf(originalHash));
      const kept = measureSchema.safeParse(parseJson(bytes?.toString("utf8")));
      return kept.success && kept.data.sha256 === originalHash ? kept.data : undefined;
    },
    write: (measure) => cache.write(keyOf(measure.sha256), Buffer.from(JSON.stringify(measure))),
  };
}

/** What a kept text holds, or nothing where it is no JSON; for the schema of its reader to judge. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
