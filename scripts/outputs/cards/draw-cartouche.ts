import type { Language } from "../../lib/language.ts";
import { balanceLines } from "./balance-lines.ts";
import { breakPieces } from "./break-pieces.ts";
import type { Card } from "./card.ts";
import { column } from "./card-frames.ts";
import { chooseTypefaces } from "./choose-typefaces.ts";
import { drawText } from "./draw-text.ts";
import { joinPieces } from "./join-pieces.ts";
import { pieceOf } from "./piece.ts";

const sizes: Readonly<Record<Language, number>> = { en: 27, zh: 31 };
const padding = { inline: 19, block: 13 };
const widest = 420;

/** The site's name in a double frame, as charts set their titles. */
export async function drawCartouche(card: Card): Promise<string> {
  const { siteName, language, unbroken, colours } = card;
  const size = sizes[language];
  const leading = Math.round(size * 1.22);
  const pieces = breakPieces(await chooseTypefaces(siteName, language), unbroken).map(pieceOf);
  const lines = balanceLines(pieces, widest / size).map(joinPieces);
  const width = Math.ceil(Math.max(...lines.map((line) => line.width)) * size) + 2 * padding.inline;
  const height = lines.length * leading + 2 * padding.block;
  const frame = (inset: number) =>
    `<rect x="${column.left + inset}" y="${column.top + inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="${colours.paper}" stroke="${colours.deep}" stroke-width="1.5"/>`;
  const texts = lines.map((line, index) =>
    drawText(
      line,
      column.left + padding.inline,
      column.top + padding.block + (index + 0.77) * leading,
      size,
    ),
  );
  return `${frame(0)}${frame(4.5)}${texts.join("")}`;
}
