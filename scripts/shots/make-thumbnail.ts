import sharp from "sharp";

/** Width of the widest thumbnail; the others are to the same scale as far as can be read. */
const scale = 0.42;
/** The top of a long page is enough on a contact sheet. */
const longest = 3;

/** A small picture of a shot for the contact sheet: the top of the page, at most three windows. */
export async function makeThumbnail(
  png: Buffer,
  window: { width: number; height: number },
): Promise<Buffer> {
  const { height } = await sharp(png).metadata();
  const seen = Math.min(height, window.height * longest);
  return sharp(png)
    .extract({ left: 0, top: 0, width: window.width, height: seen })
    .resize({ width: Math.round(window.width * scale) })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
