import type { Cluster } from "./choose-typefaces.ts";
import { shapeClusters, spaceBetween } from "./shape-clusters.ts";
import type { Shaped } from "./typeface.ts";

/** What stays together on a line, shaped; lengths in parts of the font size. */
export interface Piece extends Shaped {
  readonly clusters: readonly Cluster[];
  readonly text: string;
  /** The space behind it, where the line goes on. */
  readonly gap: number;
}

/** Shapes a piece, of which a space at the end counts apart. */
export function pieceOf(clusters: readonly Cluster[]): Piece {
  const last = clusters.at(-1);
  const spaced = last?.text === " ";
  const visible = spaced ? clusters.slice(0, -1) : clusters;
  return {
    ...shapeClusters(visible),
    clusters: visible,
    text: visible.map(({ text }) => text).join(""),
    gap: spaced ? last.typeface.shape(" ").width : 0,
  };
}

/** How far the next piece begins behind a piece. */
export function gapBetween(piece: Piece, next: Piece): number {
  return piece.gap || spaceBetween(piece.text, next.text);
}
