import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Metadata, type Sharp, type Stats } from "sharp";
import { z } from "zod";
import { isNodeError, sha256 } from "../lib/files.ts";
import { openResults } from "../lib/store.ts";
import type { Fault } from "../problems/problem.ts";
import { otherColours } from "./colours.ts";
import { kindOfFile, type OriginalFormat, originalFormats, pngStructure } from "./file-kinds.ts";
import type { PhotoRecord } from "./record.ts";
import { photoFault } from "./rules.ts";
import { nearestTone, tones } from "./tones.ts";

/** A sound photograph in `assets/photos/`. */
export interface Original {
  /** Path from the project's root, with forward slashes. */
  path: string;
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
  measures: Measures,
): Promise<Inspection> {
  const bytes = await readOriginal(join(root, path), path);
  if (!Buffer.isBuffer(bytes)) return { fault: bytes };
  const hash = sha256(bytes);
  const key = sha256(`${hash} ${judges}`);
  const kept = await measures.read(key);
  if (kept?.sha256 === hash) return { original: { path, ...kept } };
  const { measure, fault } = await measureBytes(bytes, hash, path);
  if (fault !== undefined) return { fault };
  await measures.write(key, measure);
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
type Verdict =
  | { measure: Omit<Original, "path">; fault?: never }
  | { measure?: never; fault: Fault };

/**
 * Judges an original's bytes, the cheap checks first: what it is by its first bytes, what its header
 * promises, and only then one full decode in which a warning counts as damage.
 * `path` is for the sentences only. libvips' own words are never shown: few could act on them.
 */
async function measureBytes(bytes: Buffer, hash: string, path: string): Promise<Verdict> {
  const kind = kindOfFile(bytes, path);
  if (kind.format === undefined) return kind;
  const { format } = kind;
  try {
    // The header alone; nothing is decoded, so no limit is needed.
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    const png = format === "png" ? pngStructure(bytes) : { chunks: new Map(), complete: true };
    // libvips sees the first frame of an animated PNG only.
    const fault = judgeHeader(header, format, png.chunks.has("acTL"), path);
    if (fault !== undefined) return { fault };
    const means = otherColours(bytes, format, png.chunks, header.hasProfile);
    if (means !== undefined) return { fault: photoFault("photo-colours", { path, means }) };
    const dominant = await decode(bytes, header.autoOrient);
    if (!png.complete) return { fault: damaged(format, path) };
    const { width, height } = header.autoOrient;
    const tone = nearestTone(dominant);
    return { measure: { sha256: hash, width, height, format, tone } };
  } catch (error) {
    const isSound = unreadable.test(String(error));
    return { fault: isSound ? unreadableKind(format, path) : damaged(format, path) };
  }
}

/**
 * How libvips says that it cannot read a file although the file is sound: old JPEG in a TIFF, Lab in 8 bits,
 * numbers of 64 bits, LogLuv, five channels.
 */
const unreadable =
  /not configured|no known route|bad labq format|samples out of range|not SGI-compressed|vector must have/;

function unreadableKind(format: OriginalFormat, path: string): Fault {
  const kind = `a ${nameOf(format)} of a kind that the build cannot read`;
  return photoFault("photo-format", { path, kind });
}

function damaged(format: OriginalFormat, path: string): Fault {
  return photoFault("photo-damaged", { path, kind: nameOf(format) });
}

function judgeHeader(
  header: Metadata,
  format: OriginalFormat,
  animatedPng: boolean,
  path: string,
): Fault | undefined {
  const { width, height } = header;
  // What an AVIF counts besides the one that is shown are its tiles or other versions; films are told before.
  const pages = format === "avif" ? 1 : (header.pages ?? 1);
  if (width * height * pages > limits.megapixels * 1e6) {
    const size = `${width} × ${height}${pages > 1 ? ` × ${pages}` : ""} pixels`;
    const limit = `${limits.megapixels} megapixels`;
    return photoFault("photo-too-large", { path, size, limit });
  }
  if (pages > 1 || animatedPng) {
    const kind = format === "tiff" ? "a TIFF of several pages" : `an animated ${nameOf(format)}`;
    return photoFault("photo-animated", { path, kind });
  }
  if (header.autoOrient.height > limits.height) {
    const values = { path, height: header.autoOrient.height, limit: limits.height };
    return photoFault("photo-too-high", values);
  }
  // Whole numbers with a sign or of 32 bits, and grey in floating point, libvips takes for 0 to 255.
  const isKnownScale = /^u(char|short)$/.test(header.depth) || /^(scrgb|labs?)$/.test(header.space);
  if (!isKnownScale) return unreadableKind(format, path);
  // The space that a profile is for, https://www.color.org/icc_specs2.xalter; libvips passes over a wrong one.
  const isKnownInk = header.icc?.toString("latin1", 16, 20) === "CMYK";
  if (header.space === "cmyk" && !isKnownInk) return photoFault("photo-cmyk", { path });
  return undefined;
}

/**
 * Decodes every pixel, then gives the dominant colour; throws where the decoder complains.
 * The colour comes from a small copy in sRGB: statistics of the original would be in its own colour space.
 */
async function decode(
  bytes: Buffer,
  { width, height }: { width: number; height: number },
): Promise<Stats["dominant"]> {
  // Not the small copy alone: a JPEG is decoded at an eighth for it, which passes over damage; with
  // `extract` it is not. Statistics take eight times as long, and pass over that of interlaced PNG.
  const whole = (await uprightOriginal(bytes)).extract({ left: 0, top: 0, width, height });
  const pixel = await whole.resize(1, 1, { fit: "fill" }).raw().toBuffer();
  if (pixel.length === 0) throw new Error("nothing was decoded, and the reason was lost");
  const small = await (await uprightOriginal(bytes))
    .resize(64, 64, { fit: "fill" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .png()
    .toBuffer();
  return (await sharp(small).stats()).dominant;
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
  /**
   * Pixels. A rendition has the width of its slot at most, and no more than these: as high as WebP can be
   * (AVIF takes one more, JPEG 65,500 in libvips).
   */
  height: 16_383,
  /** Bytes on disk. 100 megapixels of 16-bit TIFF are 600 million bytes; nothing larger is a photograph. */
  bytes: 1e9,
} as const;

/**
 * What 16 bits become before their profile is read: of colours sharp would make the numbers of Display P3
 * and call them sRGB, and pass over the profile of greys (`findings/sharp-sixteen-bits.sh`).
 */
const inEightBits: Readonly<Record<string, "srgb" | "b-w">> = { rgb16: "srgb", grey16: "b-w" };

/** An original as a pipeline: upright, and refused where decoding it draws a warning. */
export async function uprightOriginal(original: Buffer): Promise<Sharp> {
  const picture = sharp(original, {
    autoOrient: true,
    failOn: "warning",
    limitInputPixels: limits.megapixels * 1e6,
  });
  const space = inEightBits[(await picture.metadata()).space];
  return space === undefined ? picture : picture.pipelineColourspace(space);
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
const revision = 5;

/** All that decides an original's measure besides its bytes. */
const judges = JSON.stringify([revision, limits, sharp.versions, tones.map(({ hex }) => hex)]);

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

/** Sound verdicts by original and judges; of faults nothing is kept. */
type Measures = Awaited<ReturnType<typeof openMeasures>>;

/** Measures that earlier builds kept in `.cache/photos` (`folder`, absolute). */
export const openMeasures = (folder: string) =>
  openResults(join(folder, "measures"), measureSchema, measuresLimit);
