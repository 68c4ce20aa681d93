import { balanceLines } from "./balance-lines.ts";
import { breakLines } from "./break-lines.ts";
import type { Cluster } from "./choose-typefaces.ts";
import { cutLine } from "./cut-line.ts";
import { type Piece, pieceOf } from "./piece.ts";

/** Where a title goes, in pixels. */
export interface TitleBox {
  readonly width: number;
  readonly height: number;
}

/** Sizes in pixels, largest first, and the distance of baselines in parts of them. */
export interface TitleStyle {
  readonly sizes: readonly number[];
  readonly leading: number;
}

export interface FittedTitle {
  readonly size: number;
  readonly lines: readonly (readonly Piece[])[];
}

const mostLines = 5;

/** How far letters reach over their own width, at both ends of a line together, in parts of the size. */
const overhang = 0.06;

/**
 * The largest size at which a title fits without a word being broken. At the smallest, words that
 * are longer than a line are broken, and what does not go into the last line is cut off.
 *
 * @param pieces as `breakPieces` returns them, at least one
 * @param ellipsis set in the title's own font
 */
export function fitTitle(
  pieces: readonly (readonly Cluster[])[],
  ellipsis: Cluster,
  box: TitleBox,
  { sizes, leading }: TitleStyle,
): FittedTitle {
  const whole = pieces.map(pieceOf);
  const roomAt = (size: number) => ({
    limit: box.width / size - overhang,
    // Ink reaches 0.9 above the first baseline at the most, and 0.3 below the last.
    most: Math.min(mostLines, 1 + Math.floor((box.height / size - 1.2) / leading)),
  });
  for (const size of sizes) {
    const { limit, most } = roomAt(size);
    if (whole.some(({ width }) => width > limit)) continue;
    if (breakLines(whole, limit).length <= most) return { size, lines: balanceLines(whole, limit) };
  }
  const size = Math.min(...sizes);
  const { limit, most } = roomAt(size);
  const lines = breakLines(
    whole.flatMap((piece) =>
      piece.width > limit ? piece.clusters.map((cluster) => pieceOf([cluster])) : [piece],
    ),
    limit,
  );
  const last = lines[most - 1];
  if (!last || lines.length <= most) return { size, lines };
  return { size, lines: [...lines.slice(0, most - 1), cutLine(last, ellipsis, limit)] };
}
