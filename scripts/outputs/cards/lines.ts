import type { Cluster, Shaped } from "./typefaces.ts";

/** Where a title goes and how it may be set: lengths in pixels, sizes from the largest to the smallest. */
interface Setting {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
  /** The distance of baselines, in parts of the size. */
  readonly leading: number;
  /** Names that stay on one line. */
  readonly unbroken: readonly string[];
  /** Set in the title's own font. */
  readonly ellipsis: Cluster;
}

const mostLines = 5;

/** How far letters reach over their own width, at both ends of a line together, in parts of the size. */
const overhang = 0.06;

/**
 * The largest size at which a title fits without a word being broken, and its lines. At the smallest,
 * words that are longer than a line are broken, and what does not go into the last line is cut off.
 */
export function fitLines(
  clusters: readonly Cluster[],
  { width, height, sizes, leading, unbroken, ellipsis }: Setting,
): { size: number; lines: Shaped[] } {
  const whole = breakPieces(clusters, unbroken).map(pieceOf);
  const roomAt = (size: number) => ({
    limit: width / size - overhang,
    // Ink reaches 0.9 above the first baseline at the most, and 0.3 below the last.
    most: Math.min(mostLines, 1 + Math.floor((height / size - 1.2) / leading)),
  });
  for (const size of sizes) {
    const { limit, most } = roomAt(size);
    if (whole.some((piece) => piece.width > limit)) continue;
    if (fillLines(whole, limit).length <= most) {
      return { size, lines: balance(whole, limit).map(joinPieces) };
    }
  }
  const size = Math.min(...sizes);
  const { limit, most } = roomAt(size);
  const lines = fillLines(
    whole.flatMap((piece) =>
      piece.width > limit ? piece.clusters.map((cluster) => pieceOf([cluster])) : [piece],
    ),
    limit,
  );
  const last = lines[most - 1];
  if (last && lines.length > most)
    lines.splice(most - 1, lines.length, cutLine(last, ellipsis, limit));
  return { size, lines: lines.map(joinPieces) };
}

/**
 * As few lines as a width takes, as even as they get.
 *
 * @param limit in parts of the font size
 */
export function balancedLines(
  clusters: readonly Cluster[],
  unbroken: readonly string[],
  limit: number,
): Shaped[] {
  return balance(breakPieces(clusters, unbroken).map(pieceOf), limit).map(joinPieces);
}

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

/**
 * Lines no wider than `limit`, filled one after the other; a piece that is wider has a line to
 * itself. Overhanging ink counts by its advance here.
 */
function fillLines(pieces: readonly Piece[], limit: number): Piece[][] {
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

/** Halvings of the width: the last is less than a pixel. */
const rounds = 10;

/** The same number of lines as the full width takes, as even as they get. */
function balance(pieces: readonly Piece[], limit: number): Piece[][] {
  const fewest = fillLines(pieces, limit).length;
  let [narrow, broad] = [Math.max(...pieces.map(({ width }) => width)), limit];
  for (let round = 0; round < rounds; round++) {
    const middle = (narrow + broad) / 2;
    if (fillLines(pieces, middle).length > fewest) narrow = middle;
    else broad = middle;
  }
  return fillLines(pieces, broad);
}

/** Punctuation that would stand oddly before an ellipsis. */
const loose = /^[\s\p{P}]+$/u;

/** A line without what goes beyond `limit` with an ellipsis behind it. */
function cutLine(line: readonly Piece[], ellipsis: Cluster, limit: number): Piece[] {
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

/** What stays together on a line, shaped; lengths in parts of the font size. */
interface Piece extends Shaped {
  readonly clusters: readonly Cluster[];
  readonly text: string;
  /** The space behind it, where the line goes on. */
  readonly gap: number;
}

/** Shapes a piece, of which a space at the end counts apart. */
function pieceOf(clusters: readonly Cluster[]): Piece {
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
function gapBetween(piece: Piece, next: Piece): number {
  return piece.gap || spaceBetween(piece.text, next.text);
}

/** A line of pieces, moved so that its ink begins at 0; as wide as its ink. */
function joinPieces(pieces: readonly Piece[]): Shaped {
  const glyphs: Shaped["glyphs"][number][] = [];
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

/** A quarter of an em in print; on screens an eighth: CSS Text 4, `text-autospace`. */
const autospace = 1 / 8;

const han = /\p{Script=Han}$/u;
const hanFirst = /^\p{Script=Han}/u;
const other = /[\p{L}\p{N}]\p{M}*$/u;
const otherFirst = /^[\p{L}\p{N}]/u;

/** Sets a text in one line, each run in its font; a hair of space parts Chinese from letters and figures. */
export function shapeClusters(clusters: readonly Cluster[]): Shaped {
  const glyphs: Shaped["glyphs"][number][] = [];
  let width = 0;
  let before = "";
  for (const { text, typeface } of runsOf(clusters)) {
    width += spaceBetween(before, text);
    const run = typeface.shape(text);
    for (const glyph of run.glyphs) glyphs.push({ ...glyph, x: glyph.x + width });
    width += run.width;
    before = text;
  }
  return { glyphs, width };
}

/** In parts of the font size. */
function spaceBetween(before: string, after: string): number {
  const meets =
    (han.test(before) && otherFirst.test(after) && !hanFirst.test(after)) ||
    (other.test(before) && !han.test(before) && hanFirst.test(after));
  return meets ? autospace : 0;
}

function runsOf(clusters: readonly Cluster[]): Cluster[] {
  const runs: Cluster[] = [];
  for (const cluster of clusters) {
    const last = runs.at(-1);
    if (last?.typeface === cluster.typeface) {
      runs[runs.length - 1] = { ...last, text: last.text + cluster.text };
    } else runs.push(cluster);
  }
  return runs;
}
