import { gapBetween, type Piece } from "./piece.ts";
import type { Glyph, Shaped } from "./typeface.ts";

/** A line of pieces, moved so that its ink begins at 0; as wide as its ink. */
export function joinPieces(pieces: readonly Piece[]): Shaped {
  const glyphs: Glyph[] = [];
  let pen = 0;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before) pen += gapBetween(before, piece);
    for (const glyph of piece.glyphs) glyphs.push({ ...glyph, x: glyph.x + pen });
    pen += piece.width;
  }
  const edges = glyphs.flatMap(({ x, ink }) => (ink ? [x + ink[0], x + ink[2]] : []));
  const left = Math.min(...edges);
  return {
    glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x - left })),
    width: Math.max(...edges) - left,
  };
}
