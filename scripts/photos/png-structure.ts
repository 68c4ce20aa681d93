/** What a PNG's chunks say that libvips does not. */
export interface PngStructure {
  /** An `acTL` chunk makes it an animated PNG; libvips sees its first frame only. */
  animated: boolean;
  /** It closes with `IEND`; libpng is content when the last pixels are there. */
  complete: boolean;
}

/** Walks the chunks of a PNG (length, name, data, checksum), https://www.w3.org/TR/png-3/#5Chunk-layout */
export function pngStructure(bytes: Buffer): PngStructure {
  let animated = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (name === "acTL") animated = true;
    if (name === "IEND") return { animated, complete: end <= bytes.length };
    at = end;
  }
  return { animated, complete: false };
}
