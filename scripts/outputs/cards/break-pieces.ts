import type { Cluster } from "./choose-typefaces.ts";

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Never at the end of a line, and never at its start: W3C, “Requirements for Chinese Text Layout”, 3.1.6. */
const opening = /^[（《「『【〔〈“‘([{]/;
const closing = /^[，。、！？：；）》」』】〕〉”’…—–·～％‰℃々ー!?,.:;)\]}%]/;

const dash = /^[-–—/]$/;
const letter = /^\p{L}/u;

/**
 * A text in the pieces that lines are made of: words with the space behind them, and single Chinese
 * characters with their punctuation.
 *
 * @param unbroken names that stay on one line
 */
export function breakPieces(
  clusters: readonly Cluster[],
  unbroken: readonly string[],
): Cluster[][] {
  const inside = insideOf(clusters, unbroken);
  const pieces: Cluster[][] = [];
  for (const [index, cluster] of clusters.entries()) {
    const around = [clusters[index - 2], clusters[index - 1], cluster].map(
      (each) => each?.text ?? "",
    );
    const piece = pieces.at(-1);
    if (piece && (inside.has(index) || !mayBreak(around))) piece.push(cluster);
    else pieces.push([cluster]);
  }
  return pieces;
}

/** Whether a line may end before `next`. */
function mayBreak([earlier = "", last = "", next = ""]: readonly string[]): boolean {
  if (next === " " || [last, next].includes("\u00A0")) return false;
  if (last === " ") return true;
  if (opening.test(last) || closing.test(next)) return false;
  if (wide.test(last) || wide.test(next)) return true;
  return dash.test(last) && letter.test(earlier) && letter.test(next);
}

/** Indices of the clusters that have an unbroken name's beginning before them. */
function insideOf(clusters: readonly Cluster[], unbroken: readonly string[]): Set<number> {
  const inside = new Set<number>();
  const at = new Map<number, number>();
  let text = "";
  for (const [index, cluster] of clusters.entries()) {
    at.set(text.length, index);
    text += cluster.text;
  }
  for (const name of unbroken) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      for (let within = start + 1; within < start + name.length; within++) {
        const index = at.get(within);
        if (index !== undefined) inside.add(index);
      }
    }
  }
  return inside;
}
