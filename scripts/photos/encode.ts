import { createRequire } from "node:module";
import sharp, { type Sharp } from "sharp";
import { compareCodeUnits } from "../lib/lists.ts";
import { uprightOriginal } from "./original.ts";

/**
 * The formats that pages offer, best first, and their settings.
 *
 * `quality.target` is the structural similarity that `quality.ts` looks for in each photograph, so
 * that waves and bricks get a higher quality than a lawn; on the two renderings of the site the targets
 * give about what the fixed qualities 40, 60 and 66 gave. AVIF loses smoothly and may go further than the
 * others: the difference was looked for on the screen and not found, and the first photograph of Welcome
 * arrives in the first ten packets of a connection.
 *
 * `least` and `most` bound it: 32 steps, so that five trials find the one. Below the least a flat picture
 * shows bands; above the most, noise costs bytes that nobody sees.
 */
export const encoders = {
  avif: {
    type: "image/avif",
    extension: "avif",
    quality: { target: 0.925, least: 30, most: 61 },
    options: {
      // libaom's tuning for still pictures: by SSIMULACRA 2 a tenth fewer bytes than `ssim`, in the same time.
      tune: "iq",
      // Effort 3 takes twice as long as 2 for 6 % fewer bytes; 4 takes four times as long for 4 % more.
      effort: 3,
      // Half the colour resolution of 4:4:4, invisible in photographs, for 5 % fewer bytes.
      chromaSubsampling: "4:2:0",
    },
  },
  webp: {
    type: "image/webp",
    extension: "webp",
    quality: { target: 0.95, least: 46, most: 77 },
    options: {
      // The most there is: 4 % fewer bytes than the default, and still three times as fast as AVIF.
      effort: 6,
    },
  },
  jpeg: {
    type: "image/jpeg",
    extension: "jpg",
    quality: { target: 0.95, least: 50, most: 81 },
    options: {
      // Trellis quantisation and optimised scans: a tenth fewer bytes than libjpeg at the same quality.
      mozjpeg: true,
      // The picture stands whole at once and sharpens, which matters on slow lines.
      progressive: true,
    },
  },
} as const;

export type RenditionFormat = keyof typeof encoders;

/** In the order in which browsers should try them. */
export const renditionFormats = Object.keys(encoders) as RenditionFormat[];

/** A picture that is to be encoded in a format, at a quality of its encoder. */
export function inFormat(picture: Sharp, format: RenditionFormat, quality: number): Sharp {
  return picture.toFormat(format, { ...encoders[format].options, quality });
}

/** A part of a picture, in whole pixels from the left and top edge. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * A part of an original at the size asked for, ready to be encoded: upright, in sRGB, on white where it
 * was transparent, and without any metadata (sharp keeps none unless told to).
 */
export function cropOriginal(
  original: Buffer,
  region: Region,
  { width, height }: { width: number; height: number },
): Sharp {
  return uprightOriginal(original)
    .extract(region)
    .resize(width, height, { fit: "fill" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb");
}

/** Raise it when the search for qualities changes in a way that its settings and versions do not show. */
const revision = 1;

const { version } = createRequire(import.meta.url)("ssim.js/package.json") as { version: string };

/** All that decides which qualities are found for an original. */
export const searchVersion = JSON.stringify([
  revision,
  version,
  encoders,
  Object.entries(sharp.versions).sort(([a], [b]) => compareCodeUnits(a, b)),
]);
