import type { Rgb } from "./rgb.ts";
import { rgbToOklab } from "./rgb-to-oklab.ts";
import { tones } from "./tones.ts";

/** Index of the tone nearest to a colour, by distance in OKLab; the first one where two are as near. */
export function nearestTone(colour: Rgb): number {
  const { l, a, b } = rgbToOklab(colour);
  const distances = tones.map(({ lab }) => Math.hypot(lab.l - l, lab.a - a, lab.b - b));
  return distances.indexOf(Math.min(...distances));
}
