import type { Cluster } from "./choose-typefaces.ts";
import { type Piece, pieceOf } from "./piece.ts";

/** Punctuation that would stand oddly before an ellipsis. */
const loose = /^[\s\p{P}]+$/u;

/** A line without what goes beyond `limit` with an ellipsis behind it. */
export function cutLine(line: readonly Piece[], ellipsis: Cluster, limit: number): Piece[] {
  const kept = line.flatMap(({ clusters, gap }, index) => {
    const space = gap > 0 && index < line.length - 1 ? [{ ...ellipsis, text: " " }] : [];
    return [...clusters, ...space];
  });
  for (;;) {
    const last = kept.at(-1);
    const cut = pieceOf([...kept, ellipsis]);
    if (!last || (cut.width <= limit && !loose.test(last.text))) return [cut];
    kept.pop();
  }
}
