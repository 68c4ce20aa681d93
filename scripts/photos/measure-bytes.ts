import sharp, { type Metadata } from "sharp";
import { sha256 } from "../lib/sha256.ts";
import type { Fault } from "./fault.ts";
import { kindOfFile } from "./kind-of-file.ts";
import { limits } from "./limits.ts";
import { nearestTone } from "./nearest-tone.ts";
import type { Measure, OriginalFormat } from "./original.ts";
import { photoFault } from "./photo-fault.ts";
import { pngStructure } from "./png-structure.ts";
import type { Rgb } from "./rgb.ts";

/** A sound original's measure, or the one thing that is wrong with it. */
export type Verdict = { measure: Measure; fault?: never } | { measure?: never; fault: Fault };

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
