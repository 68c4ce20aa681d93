import type { Language } from "../../lib/languages.ts";
import { type Card, column } from "./card.ts";
import { balancedLines, fitLines, shapeClusters } from "./lines.ts";
import { chooseTypefaces, type Shaped, typefaceOf } from "./typefaces.ts";

/** From the date's baseline to the top of the title. */
const dateGap = 30;

/**
 * What a card says on its left, as SVG: the site's name in a cartouche, the date and the title. Where
 * the title is the site's name, there is no cartouche.
 */
export async function drawWords(card: Card, photographs: number): Promise<string> {
  const { language, colours } = card;
  const { size, top, lines, isName } = await setTitle(card, photographs);
  const date = language === "en" ? card.date?.toUpperCase() : card.date;
  const look = { x: column.left, y: top - dateGap, size: 27, colour: colours.muted, spacing: 0.08 };
  return [
    isName ? "" : await drawCartouche(card),
    date ? await drawLabel(date, language, look) : "",
    ...lines.map(({ text, x, y }) => drawText(text, x, y, size)),
  ].join("");
}

const readable = /[\p{L}\p{N}]/u;

/** What stands in the column above the title and below it, in pixels. */
const heights = { cartouche: 118, date: 46, course: 64 } as const;

const styles: Readonly<Record<Language, { sizes: readonly number[]; leading: number }>> = {
  en: { sizes: [112, 96, 82, 70, 61, 53, 46], leading: 1.1 },
  zh: { sizes: [104, 88, 75, 64, 56, 49, 43], leading: 1.36 },
};

/**
 * Sets the title as large as its frame allows; the site's name, where the project's fonts lack a
 * character of the title: a name without one of its characters is another name.
 *
 * @returns each line with the place of its baseline's beginning on the card, and where the tallest
 *   letter of the first begins
 */
export async function setTitle(card: Card, photographs: number) {
  const { title, siteName, language, unbroken } = card;
  const own = await chooseTypefaces(title, language);
  const isName = title === siteName || !own.isWhole || !readable.test(title);
  const { clusters } = isName ? await chooseTypefaces(siteName, language) : own;
  const above = (isName ? 0 : heights.cartouche) + (card.date === undefined ? 0 : heights.date);
  const frame = {
    left: column.left,
    top: column.top + above,
    width: column.width,
    height: column.height - above - (photographs > 0 ? heights.course : 0),
  };
  const typeface = await typefaceOf("…", language === "zh");
  if (!typeface) throw new Error("no font of the project has an ellipsis");
  const style = styles[language];
  const ellipsis = { text: "…", typeface };
  const { size, lines } = fitLines(clusters, { ...frame, ...style, unbroken, ellipsis });
  const [first, last] = [lines[0], lines.at(-1)].map((line) => inkHeight(line, size));
  if (!first || !last) throw new Error("a title has no line");
  const leading = style.leading * size;
  // A little above the middle of its frame, by its ink.
  const height = first.above + (lines.length - 1) * leading + last.below;
  const top = frame.top + (frame.height - height) * 0.42;
  const set = lines.map((text, index) => ({
    text,
    x: frame.left,
    y: top + first.above + index * leading,
  }));
  return { size, top, lines: set, isName };
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

const cartouche = { sizes: { en: 27, zh: 31 }, widest: 420, inline: 19, block: 13 };

/** The site's name in a double frame, as charts set their titles. */
async function drawCartouche({ siteName, language, unbroken, colours }: Card): Promise<string> {
  const { sizes, widest, inline, block } = cartouche;
  const size = sizes[language];
  const leading = Math.round(size * 1.22);
  const { clusters } = await chooseTypefaces(siteName, language);
  const lines = balancedLines(clusters, unbroken, widest / size);
  const width = Math.ceil(Math.max(...lines.map((line) => line.width)) * size) + 2 * inline;
  const height = lines.length * leading + 2 * block;
  const frame = (inset: number) =>
    `<rect x="${column.left + inset}" y="${column.top + inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="${colours.paper}" stroke="${colours.deep}" stroke-width="1.5"/>`;
  const texts = lines.map((line, index) =>
    drawText(line, column.left + inline, column.top + block + (index + 0.77) * leading, size),
  );
  return `${frame(0)}${frame(4.5)}${texts.join("")}`;
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

/** A few words in one line, as wide as they are. */
export async function drawLabel(
  text: string,
  language: Language,
  { x, y, size, colour, spacing, anchor = "start" }: LabelLook,
): Promise<string> {
  const { clusters } = await chooseTypefaces(text, language);
  const { glyphs, width } = shapeClusters(clusters);
  const wider = width + Math.max(0, glyphs.length - 1) * spacing;
  const spaced = glyphs.map((glyph, index) => ({ ...glyph, x: glyph.x + index * spacing }));
  const left = anchor === "end" ? x - wider * size : x;
  return `<g fill="${colour}">${drawText({ glyphs: spaced }, left, y, size)}</g>`;
}

/** Glyphs as SVG paths, their baseline beginning at a point; no `<text>`, which the machine's fonts would set. */
function drawText({ glyphs }: Pick<Shaped, "glyphs">, x: number, y: number, size: number): string {
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
