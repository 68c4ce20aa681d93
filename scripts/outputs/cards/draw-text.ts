import type { Shaped } from "./typeface.ts";

/** Glyphs as SVG paths, their baseline beginning at a point; no `<text>`, which the machine's fonts would set. */
export function drawText({ glyphs }: Shaped, x: number, y: number, size: number): string {
  return glyphs
    .filter(({ outline }) => outline !== "")
    .map(({ outline, unit, ...glyph }) => {
      const scale = Number((size * unit).toFixed(6));
      return `<path transform="translate(${round(x + glyph.x * size)} ${round(y + glyph.y * size)}) scale(${scale} ${-scale})" d="${outline}"/>`;
    })
    .join("");
}

function round(value: number): number {
  return Number(value.toFixed(2)) + 0;
}
