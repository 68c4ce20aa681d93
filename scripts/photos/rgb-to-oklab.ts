import type { Oklab } from "./oklab.ts";
import type { Rgb } from "./rgb.ts";

/** sRGB to OKLab, with the matrices of Björn Ottosson, https://bottosson.github.io/posts/oklab/ */
export function rgbToOklab(colour: Rgb): Oklab {
  const r = linear(colour.r);
  const g = linear(colour.g);
  const b = linear(colour.b);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}
