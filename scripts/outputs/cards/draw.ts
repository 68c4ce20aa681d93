import sharp from "sharp";
import type { Language } from "../../lib/languages.ts";
import { type Card, cardSize, column, photographFrames, titleFrame } from "./card.ts";
import { drawChart } from "./chart.ts";
import { balanceLines, breakPieces, joinPieces, pieceOf } from "./lines.ts";
import { chooseTypefaces } from "./typefaces.ts";
import { drawLabel, drawText, setTitle, titleWords } from "./words.ts";

/** Type needs colour at full resolution, and more quality than photographs alone. */
const jpeg = { mozjpeg: true, chromaSubsampling: "4:4:4" } as const;

/** The first is right but for photographs full of leaves or waves. */
const qualities = [74, 62, 50];

/** Bytes: services wait for a preview only so long. */
const most = 150_000;

/**
 * Draws a social card as a JPEG of 1200 × 630 pixels without metadata. The same bytes on every
 * machine that has the same versions of sharp and HarfBuzz; below 150 kB unless the lowest quality
 * takes more.
 *
 * @param photographs none to two, in any format, in the sizes of `photographFrames`
 */
export async function drawCard(card: Card, photographs: readonly Buffer[]): Promise<Buffer> {
  const svg = await cardSvg(card, photographs.length);
  const frames = photographFrames(photographs.length);
  const { data, info } = await sharp(Buffer.from(svg))
    .composite(
      photographs.map((input, index) => ({
        input,
        left: frames[index]?.left ?? 0,
        top: frames[index]?.top ?? 0,
      })),
    )
    .flatten({ background: card.colours.paper })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const encode = (quality: number) =>
    sharp(data, { raw: { width, height, channels } })
      .jpeg({ ...jpeg, quality })
      .toBuffer();
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    bytes = await encode(quality);
    if (bytes.length < most) break;
  }
  return bytes;
}

/** From the date's baseline to the top of the title. */
const dateGap = 30;

/**
 * A card as an SVG without any text: letters are outlines.
 *
 * @param photographs how many will be laid over it
 */
export async function cardSvg(card: Card, photographs: number): Promise<string> {
  const { paper, deep, muted } = card.colours;
  const { clusters, isName } = await titleWords(card);
  const frame = titleFrame({
    below: isName ? "border" : "cartouche",
    dated: card.date !== undefined,
    course: photographs > 0,
  });
  const title = await setTitle(clusters, card, frame);
  const date = card.language === "en" ? card.date?.toUpperCase() : card.date;
  const parts = [
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    await drawChart(card, photographs),
    isName ? "" : await drawCartouche(card),
    date &&
      (await drawLabel(date, card.language, {
        x: frame.left,
        y: title.top - dateGap,
        size: 27,
        colour: muted,
        spacing: 0.08,
      })),
    ...title.lines.map(({ text, x, y }) => drawText(text, x, y, title.size)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" fill="${deep}">${parts.join("")}</svg>`;
}

const sizes: Readonly<Record<Language, number>> = { en: 27, zh: 31 };
const padding = { inline: 19, block: 13 };
const widest = 420;

/** The site's name in a double frame, as charts set their titles. */
async function drawCartouche(card: Card): Promise<string> {
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
