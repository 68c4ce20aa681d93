import type { Language } from "../../lib/languages.ts";
import type { Card, Frame } from "./card.ts";
import {
  balanceLines,
  breakLines,
  breakPieces,
  cutLine,
  joinPieces,
  type Piece,
  pieceOf,
  shapeClusters,
} from "./lines.ts";
import { type Cluster, chooseTypefaces, type Shaped, typefaceOf } from "./typefaces.ts";

/** What a card says large. */
interface TitleWords {
  readonly clusters: readonly Cluster[];
  /** Whether that is the site's name, which then stands alone. */
  readonly isName: boolean;
}

const readable = /[\p{L}\p{N}]/u;

/** The title; where no font of the project has a letter of it, the site's name. */
export async function titleWords({ title, siteName, language }: Card): Promise<TitleWords> {
  const clusters = await chooseTypefaces(title, language);
  if (title !== siteName && clusters.some(({ text }) => readable.test(text))) {
    return { clusters, isName: false };
  }
  return { clusters: await chooseTypefaces(siteName, language), isName: true };
}

/** Where a title goes, in pixels. */
interface TitleBox {
  readonly width: number;
  readonly height: number;
}

/** Sizes in pixels, largest first, and the distance of baselines in parts of them. */
interface TitleStyle {
  readonly sizes: readonly number[];
  readonly leading: number;
}

interface FittedTitle {
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
function fitTitle(
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

/** A title in lines, each with the place of its baseline's beginning on the card. */
export interface SetTitle {
  readonly size: number;
  /** Of its tallest letter. */
  readonly top: number;
  readonly lines: readonly { readonly text: Shaped; readonly x: number; readonly y: number }[];
}

const styles: Readonly<Record<Language, TitleStyle>> = {
  en: { sizes: [112, 96, 82, 70, 61, 53, 46], leading: 1.1 },
  zh: { sizes: [104, 88, 75, 64, 56, 49, 43], leading: 1.36 },
};

/**
 * Sets a title as large as its frame allows.
 *
 * @param clusters as `titleWords` returns them
 */
export async function setTitle(
  clusters: readonly Cluster[],
  { language, unbroken }: Pick<Card, "language" | "unbroken">,
  frame: Frame,
): Promise<SetTitle> {
  const typeface = await typefaceOf("…", language === "zh");
  if (!typeface) throw new Error("no font of the project has an ellipsis");
  const style = styles[language];
  const pieces = breakPieces(clusters, unbroken);
  const { size, lines } = fitTitle(pieces, { text: "…", typeface }, frame, style);
  const texts = lines.map(joinPieces);
  const [first, last] = [texts[0], texts.at(-1)].map((line) => inkHeight(line, size));
  if (!first || !last) throw new Error("a title has no line");
  const leading = style.leading * size;
  // A little above the middle of its frame, by its ink.
  const height = first.above + (texts.length - 1) * leading + last.below;
  const top = frame.top + (frame.height - height) * 0.42;
  return {
    size,
    top,
    lines: texts.map((text, index) => ({
      text,
      x: frame.left,
      y: top + first.above + index * leading,
    })),
  };
}

function inkHeight(line: Shaped | undefined, size: number) {
  const inks = (line?.glyphs ?? []).flatMap(({ y, ink }) =>
    ink ? [[y + ink[1], y + ink[3]]] : [],
  );
  return {
    above: -Math.min(...inks.map(([top = 0]) => top)) * size,
    below: Math.max(...inks.map(([, bottom = 0]) => bottom)) * size,
  };
}

/**
 * A few words in one line, as wide as they are.
 *
 * @param spacing behind each glyph, in parts of the font size
 */
async function setLabel(text: string, language: Language, spacing: number): Promise<Shaped> {
  const { glyphs, width } = shapeClusters(await chooseTypefaces(text, language));
  return {
    glyphs: glyphs.map((glyph, index) => ({ ...glyph, x: glyph.x + index * spacing })),
    width: width + Math.max(0, glyphs.length - 1) * spacing,
  };
}

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

/** Where a label stands and how it looks; lengths in pixels. */
interface LabelLook {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  /** Which end of it stands at `x`; the start unless given. */
  readonly anchor?: "start" | "end";
  /** Behind each glyph, in parts of the size; capitals and figures want a little. */
  readonly spacing: number;
}

/** A few words in one line. */
export async function drawLabel(
  text: string,
  language: Language,
  look: LabelLook,
): Promise<string> {
  const { x, y, size, colour, spacing, anchor = "start" } = look;
  const label = await setLabel(text, language, spacing);
  const left = anchor === "end" ? x - label.width * size : x;
  return `<g fill="${colour}">${drawText(label, left, y, size)}</g>`;
}
