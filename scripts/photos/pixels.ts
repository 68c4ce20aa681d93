import sharp, { type Sharp } from "sharp";

/** Decoded pixels in sRGB, four bytes each, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Decodes what a pipeline gives. */
export async function takePixels(picture: Sharp): Promise<Pixels> {
  const raw = picture.toColourspace("srgb").ensureAlpha().raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** An opaque pipeline that begins with pixels. */
export function fromPixels({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
}
