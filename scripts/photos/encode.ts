import sharp, { type Sharp } from "sharp";
import { compareCodeUnits } from "../lib/lists.ts";
import { uprightOriginal } from "./original.ts";

/**
 * The formats of renditions and their settings. By `quality` and a trial `quality.ts` finds
 * that of each picture: `step` is how many steps of it lower the loss by a factor of e.
 */
export const encoders = {
  avif: {
    type: "image/avif",
    extension: "avif",
    quality: { usual: 58, step: 8, trial: { effort: 2 } },
    options: {
      // At the same Butteraugli 3-norm `ssim` takes 2 % fewer bytes, but wipes brick and water smooth.
      tune: "iq",
      // At the same 3-norm a tenth fewer bytes than 4, in twice the time; 7 takes a third longer for 1 %.
      effort: 6,
    },
  },
  webp: {
    type: "image/webp",
    extension: "webp",
    quality: { usual: 80, step: 10, trial: { effort: 4 } },
    options: {
      // The most there is: 4 % fewer bytes than the default, and still far faster than AVIF.
      effort: 6,
    },
  },
  jpeg: {
    type: "image/jpeg",
    extension: "jpg",
    quality: { usual: 83, step: 10, trial: {} },
    options: {
      // Trellis quantisation and optimised scans: a tenth fewer bytes than libjpeg at the same quality.
      mozjpeg: true,
      // The picture stands whole at once and sharpens, which matters on slow lines.
      progressive: true,
    },
  },
} as const;

export type RenditionFormat = keyof typeof encoders;

/** What is decided for each picture. */
export interface Encoding {
  /** Of the format's encoder, 1 to 100. */
  quality: number;
  /** Colour at half the resolution of lightness. WebP knows no other, but a way that blurs edges less. */
  halfColour: boolean;
  /** Other than the format's own; for trials. */
  effort?: number;
}

/** A picture that is to be encoded in a format. */
export function inFormat(picture: Sharp, format: RenditionFormat, encoding: Encoding): Sharp {
  return picture.toFormat(format, encoderOptions(format, encoding));
}

/** What the format's encoder is given, as sharp names it. */
export function encoderOptions(
  format: RenditionFormat,
  { halfColour, ...encoding }: Encoding,
): Parameters<Sharp["toFormat"]>[1] {
  const colour =
    format === "webp"
      ? { smartSubsample: !halfColour }
      : { chromaSubsampling: halfColour ? "4:2:0" : "4:4:4" };
  return { ...encoders[format].options, ...colour, ...encoding };
}

/** Decoded pixels in sRGB, three bytes each, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Decodes what a pipeline gives. */
export async function takePixels(picture: Sharp): Promise<Pixels> {
  const raw = picture.toColourspace("srgb").removeAlpha().raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A pipeline that begins with pixels. */
export function fromPixels({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A part of a picture, in whole pixels from the left and top edge. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A part of an original and the size it is shown in. */
interface Crop {
  region: Region;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
}

/**
 * A part of an original at the size asked for, ready to be encoded: upright, in sRGB, on white where it
 * was transparent, and without any metadata (sharp keeps none unless told to).
 */
export async function cropOriginal(
  original: Buffer,
  region: Region,
  { width, height }: { width: number; height: number },
): Promise<Sharp> {
  return cropped(await uprightOriginal(original), { region, width, height });
}

/** What {@link cropOriginal} shows, of each of an original's crops, all from one decode. */
export async function takeCrops<Key>(
  original: Buffer,
  crops: ReadonlyMap<Key, Crop>,
): Promise<Map<Key, Pixels>> {
  const upright = await takePixels(onWhite(await uprightOriginal(original)));
  const pictures = new Map<Key, Pixels>();
  for (const [key, crop] of crops) {
    // Not a clone of one pipeline, which would have a copy of all pixels.
    pictures.set(key, await takePixels(cropped(fromPixels(upright), crop)));
  }
  return pictures;
}

function cropped(upright: Sharp, { region, width, height }: Crop): Sharp {
  return onWhite(upright.extract(region).resize(width, height, { fit: "fill" }));
}

function onWhite(picture: Sharp): Sharp {
  return picture.flatten({ background: "#ffffff" }).toColourspace("srgb");
}

/** Raise it when pictures are cropped, judged or encoded in a way that settings and versions do not show. */
const revision = 3;

/** All that decides how an original's crop is encoded. */
export const encodersVersion = JSON.stringify([
  revision,
  encoders,
  Object.entries(sharp.versions).sort(([a], [b]) => compareCodeUnits(a, b)),
]);
