import type { Oklab } from "./oklab.ts";
import type { Rgb } from "./rgb.ts";

/**
 * OKLab to sRGB in whole channels, or nothing where sRGB has no such colour.
 * Matrices of Björn Ottosson, https://bottosson.github.io/posts/oklab/
 */
export function oklabToRgb(colour: Oklab): Rgb | undefined {
  const l = (colour.l + 0.3963377774 * colour.a + 0.2158037573 * colour.b) ** 3;
  const m = (colour.l - 0.1055613458 * colour.a - 0.0638541728 * colour.b) ** 3;
  const s = (colour.l - 0.0894841775 * colour.a - 1.291485548 * colour.b) ** 3;
  const rgb = {
    r: channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    g: channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    b: channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  };
  return Object.values(rgb).every((value) => value >= 0 && value <= 255) ? rgb : undefined;
}

function channel(linear: number): number {
  const c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(c * 255);
}
