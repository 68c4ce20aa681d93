import { type Options, ssim } from "ssim.js";
import type { Pixels } from "./pixels.ts";

/** Pixels of the window that moves over both pictures; no picture can be compared that is smaller. */
export const comparedWindow = 11;

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
