import { breakLines } from "./break-lines.ts";
import type { Piece } from "./piece.ts";

/** Halvings of the width: the last is less than a pixel. */
const rounds = 10;

/** The same number of lines as the full width takes, as even as they get. */
export function balanceLines(pieces: readonly Piece[], limit: number): Piece[][] {
  const fewest = breakLines(pieces, limit).length;
  let [narrow, broad] = [Math.max(...pieces.map(({ width }) => width)), limit];
  for (let round = 0; round < rounds; round++) {
    const middle = (narrow + broad) / 2;
    if (breakLines(pieces, middle).length > fewest) narrow = middle;
    else broad = middle;
  }
  return breakLines(pieces, broad);
}
