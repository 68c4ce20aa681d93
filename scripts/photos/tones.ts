/** One class of the palette that stands in a photograph's place while it loads. */
interface Tone {
  /** `tone-0` to `tone-63`. */
  className: string;
  /** `#rrggbb`. */
  hex: string;
  lab: Oklab;
}

/** Four steps from night to bright sky; the distances are equal to the eye, which is what OKLab is for. */
const lightnesses = [0.25, 0.45, 0.65, 0.85];

/** On each step one grey and two rings of hues. The dominant colours of photographs are muted: no chroma above 0.1. */
const rings = [
  { chroma: 0, hues: 1 },
  { chroma: 0.045, hues: 6 },
  { chroma: 0.1, hues: 9 },
];

/** The 64 fixed tones: a class each, so that no page needs an inline style and the stylesheet never grows. */
export const tones: readonly Tone[] = lightnesses
  .flatMap((l) => rings.flatMap(({ chroma, hues }) => ring(l, chroma, hues)))
  .map((tone, index) => ({ className: `tone-${index}`, ...tone }));

function ring(l: number, chroma: number, hues: number): Omit<Tone, "className">[] {
  return Array.from({ length: hues }, (_, index) => {
    const angle = (2 * Math.PI * index) / hues;
    return inGamut(l, chroma, angle);
  });
}

/** The colour itself, or the strongest one of its hue and lightness that sRGB can show. */
function inGamut(l: number, chroma: number, angle: number): Omit<Tone, "className"> {
  const lab = { l, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) };
  const rgb = oklabToRgb(lab);
  if (rgb === undefined) return inGamut(l, chroma - 0.005, angle);
  const hex = [rgb.r, rgb.g, rgb.b].map((value) => value.toString(16).padStart(2, "0")).join("");
  return { hex: `#${hex}`, lab };
}

/** Index of the tone nearest to a colour, by distance in OKLab; the first one where two are as near. */
export function nearestTone(colour: Rgb): number {
  const { l, a, b } = rgbToOklab(colour);
  const distances = tones.map(({ lab }) => Math.hypot(lab.l - l, lab.a - a, lab.b - b));
  return distances.indexOf(Math.min(...distances));
}

/** The style rules of the 64 tones, the same in every build: `.tone-0{background-color:#…}` and so on. */
export function toneStyles(): string {
  return tones.map(({ className, hex }) => `.${className}{background-color:${hex}}`).join("\n");
}

/** A colour in sRGB, each channel 0–255. */
interface Rgb {
  r: number;
  g: number;
  b: number;
}

/** A colour in OKLab: lightness 0–1, and two axes of colour of about ±0.3 in sRGB. */
interface Oklab {
  l: number;
  a: number;
  b: number;
}

/** sRGB to OKLab, with the matrices of Björn Ottosson, https://bottosson.github.io/posts/oklab/ */
function rgbToOklab(colour: Rgb): Oklab {
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

/**
 * OKLab to sRGB in whole channels, or nothing where sRGB has no such colour.
 * Matrices of Björn Ottosson, https://bottosson.github.io/posts/oklab/
 */
function oklabToRgb(colour: Oklab): Rgb | undefined {
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
