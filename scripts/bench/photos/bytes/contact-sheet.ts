import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { encoders } from "../../../photos/encode.ts";
import { escapeMarkup } from "../../report/escape-markup.ts";
import { pageStyles } from "../../report/page-styles.ts";
import type { ComparedPhotograph } from "./compared-photograph.ts";
import { encodeAt } from "./encode-at.ts";
import type { Encoded } from "./encoded.ts";

/** In px: the middle of each photograph, as it is on a screen. */
const crop = { width: 416, height: 312 };

/**
 * Writes a page into `folder` on which the photographs can be looked at side by side: as they were, as
 * this site publishes them, as much alike as eleventy-img’s in fewer bytes, and as eleventy-img sends them.
 *
 * @param matched see `BytesCompared`, in the order of the photographs
 */
export async function writeContactSheet(
  folder: string,
  photographs: readonly ComparedPhotograph[],
  matched: readonly Encoded[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const rows: string[] = [];
  for (const [index, photograph] of photographs.entries()) {
    const { name, reference, theirs } = photograph;
    const alike = matched[index];
    if (!alike) throw new Error(`${name} was not matched`);
    const published = await encodeAt(photograph, encoders.avif.quality.target);
    const shown: [words: string, bytes: Buffer, encoded?: Encoded | undefined][] = [
      ["as it was", reference],
      ["as this site publishes it, AVIF", published.bytes, published],
      ["as similar as eleventy-img’s, AVIF", alike.bytes, alike],
      ["as eleventy-img sends it, WebP", theirs.webp.bytes, theirs.webp],
    ];
    const cells = await Promise.all(
      shown.map(async ([words, bytes, encoded], column) => {
        const file = `${name}-${column}.webp`;
        await writeFile(path.join(folder, file), await middleOf(bytes));
        const figures = encoded
          ? `, ${(encoded.bytes.length / 1000).toFixed(1)} kB, distance ${encoded.distance.toFixed(3)}`
          : "";
        const said = escapeMarkup(`${name}: ${words}${figures}`);
        return `<figure><img src="${escapeMarkup(file)}" alt="" width="${crop.width}" height="${crop.height}"><figcaption>${said}</figcaption></figure>`;
      }),
    );
    rows.push(`<div class="sheet">${cells.join("\n")}</div>`);
  }
  await writeFile(path.join(folder, "index.html"), page(rows));
}

/** Without loss, so that every browser shows the same. */
async function middleOf(bytes: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata();
  const left = Math.max(0, Math.floor((width - crop.width) / 2));
  const top = Math.max(0, Math.floor((height - crop.height) / 2));
  const size = { width: Math.min(width, crop.width), height: Math.min(height, crop.height) };
  return sharp(bytes)
    .extract({ left, top, ...size })
    .webp({ lossless: true })
    .toBuffer();
}

function page(rows: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Photographs, side by side</title>
<style>${pageStyles}
.sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(${crop.width}px, 1fr)); gap: 8px; margin-block: 16px }
figure { margin: 0 }
img { max-width: 100%; height: auto }</style>
</head>
<body>
<header>
<h1>Photographs, side by side</h1>
<p>The middle of each, a pixel a pixel. Distance: SSIMULACRA, 0 where nothing is lost.</p>
</header>
<main>
${rows.join("\n")}
</main>
</body>
</html>
`;
}
