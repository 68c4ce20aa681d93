import { gapBetween, type Piece } from "./piece.ts";

/**
 * Lines no wider than `limit`, filled one after the other; a piece that is wider has a line to
 * itself. Overhanging ink counts by its advance here.
 */
export function breakLines(pieces: readonly Piece[], limit: number): Piece[][] {
  const lines: Piece[][] = [];
  let width = 0;
  for (const piece of pieces) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const longer = before ? width + gapBetween(before, piece) + piece.width : Number.NaN;
    if (line && longer <= limit) {
      line.push(piece);
      width = longer;
    } else {
      lines.push([piece]);
      width = piece.width;
    }
  }
  return lines;
}
