import sharp from "sharp";
import { type Card, cardSize, photographFrames } from "./card.ts";
import { drawChart } from "./chart.ts";
import { drawWords } from "./words.ts";

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

/**
 * A card as an SVG without any text: letters are outlines.
 *
 * @param photographs how many will be laid over it
 */
async function cardSvg(card: Card, photographs: number): Promise<string> {
  const { paper, deep } = card.colours;
  const ground = `<rect width="100%" height="100%" fill="${paper}"/>`;
  const parts = [ground, await drawChart(card, photographs), await drawWords(card, photographs)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" fill="${deep}">${parts.join("")}</svg>`;
}
