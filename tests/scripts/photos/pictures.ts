import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A picture that is not flat, the same every time, so that every part of a file matters. */
export function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    pixels[index] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(1.2);
}

/** A picture of one colour. */
export function flat(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** A PNG with an `acTL` chunk after its header: an animated PNG, of which libvips sees one frame. */
export async function animatedPng(): Promise<Buffer> {
  const png = await flat(8, 8, "#336699").png().toBuffer();
  const headerEnd = 8 + 25;
  const content = Buffer.concat([Buffer.from("acTL"), Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([
    png.subarray(0, headerEnd),
    length,
    content,
    check,
    png.subarray(headerEnd),
  ]);
}

/** The first box of a file of the ISO media family. */
export function mediaFile(major: string, ...brands: string[]): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(16 + 4 * brands.length);
  const box = Buffer.from(`ftyp${major}\0\0\0\0${brands.join("")}`, "latin1");
  return Buffer.concat([size, box, Buffer.alloc(64)]);
}

/** The text of a sound record. */
export const soundRecord = `alt: { en: A river, zh: 河 }
caption: { en: The river, zh: 这条河 }
credit: { en: Somebody, zh: 某人 }
licence: CC0-1.0
focus: { x: 0.5, y: 0.5 }
`;
