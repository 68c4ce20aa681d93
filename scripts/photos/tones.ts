import type { Oklab } from "./oklab.ts";
import { oklabToRgb } from "./oklab-to-rgb.ts";

/** One class of the palette that stands in a photograph's place while it loads. */
export interface Tone {
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
