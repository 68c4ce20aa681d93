import type { OriginalFormat } from "./file-kinds.ts";

/**
 * How a file says that its colours are others than sRGB where libvips (8.18) does not read it and takes
 * them for sRGB; undefined where it does not. What counts as sRGB is what Chromium shows so, within a
 * level, but for gAMA with sRGB's own cHRM: it is written for sRGB, and Chromium shows it a little darker.
 *
 * @param chunks of a PNG, by name
 * @param hasProfile whether libvips finds an ICC profile
 */
export function otherColours(
  bytes: Buffer,
  format: OriginalFormat,
  chunks: ReadonlyMap<string, Buffer>,
  hasProfile: boolean,
): string | undefined {
  if (format === "png") return otherColoursOfPng(chunks, hasProfile);
  // A profile counts before nclx. Of other formats browsers, too, read nothing but that.
  return format === "avif" && !hasProfile ? otherColoursOfAvif(bytes) : undefined;
}

/** In the order in which they count, https://www.w3.org/TR/png-3/#color-chunk-precendence */
function otherColoursOfPng(
  chunks: ReadonlyMap<string, Buffer>,
  hasProfile: boolean,
): string | undefined {
  const cicp = chunks.get("cICP");
  if (cicp !== undefined) {
    const [primaries = 0, transfer = 0] = cicp;
    return isIn(primaries, 1, 2) && isIn(transfer, 2, 13) ? undefined : "cICP";
  }
  const gamma = chunks.get("gAMA")?.readUInt32BE();
  if (hasProfile || chunks.has("sRGB") || gamma === undefined) return undefined;
  // As near as libpng asks for.
  if (Math.abs(gamma / 45_455 - 1) > 0.05) return "gAMA";
  const chromaticities = chunks.get("cHRM");
  const isOther = (of: number, index: number) =>
    Math.abs((chromaticities?.readUInt32BE(4 * index) ?? of) - of) > 100;
  return srgbChromaticities.some(isOther) ? "gAMA and cHRM" : undefined;
}

/** Of white, red, green and blue, in hundred-thousandths, https://www.w3.org/TR/png-3/#11sRGB */
const srgbChromaticities = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];

/** The picture's own nclx, https://aomediacodec.github.io/av1-avif/; codes: https://www.itu.int/rec/T-REC-H.273 */
function otherColoursOfAvif(bytes: Buffer): string | undefined {
  const meta = boxesIn(childOf(boxesIn(bytes), "meta").subarray(4));
  const properties = boxesIn(childOf(meta, "iprp"));
  const list = boxesIn(childOf(properties, "ipco"));
  const primary = primaryItem(childOf(meta, "pitm"));
  const nclx = associated(childOf(properties, "ipma"), primary)
    .map((index) => list[index - 1])
    .find((box) => box?.type === "colr" && box.body.toString("latin1", 0, 4) === "nclx");
  if (nclx === undefined) return undefined;
  const [primaries, transfer] = [nclx.body.readUInt16BE(4), nclx.body.readUInt16BE(6)];
  // Chromium shows all curves of television as sRGB's.
  return isIn(primaries, 1, 2) && isIn(transfer, 1, 2, 6, 13, 14, 15) ? undefined : "nclx";
}

function isIn(code: number, ...codes: readonly number[]): boolean {
  return codes.includes(code);
}

/** A box of the ISO base media file format, ISO/IEC 14496-12. */
interface Box {
  type: string;
  body: Buffer;
}

function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const head = size === 1 ? 16 : 8;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size || bytes.length - at;
    boxes.push({
      type: bytes.toString("latin1", at + 4, at + 8),
      body: bytes.subarray(at + head, at + length),
    });
    at += Math.max(length, head);
  }
  return boxes;
}

function childOf(boxes: readonly Box[], type: string): Buffer {
  return boxes.find((box) => box.type === type)?.body ?? Buffer.alloc(0);
}

/** Reads whole numbers of so many bytes one after the other. */
function reader(bytes: Buffer): (length: number) => number {
  let at = 0;
  return (length) => {
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
}

/** The item that is shown. */
function primaryItem(box: Buffer): number {
  const read = reader(box);
  return read(4) >>> 24 === 0 ? read(2) : read(4);
}

/** The properties of an item, counted from 1. */
function associated(box: Buffer, item: number): number[] {
  const read = reader(box);
  const version = read(1);
  const isWide = (read(3) & 1) === 1;
  for (let left = read(4); left > 0; left--) {
    const id = read(version === 0 ? 2 : 4);
    const indices = Array.from({ length: read(1) }, () =>
      isWide ? read(2) & 0x7fff : read(1) & 0x7f,
    );
    if (id === item) return indices;
  }
  return [];
}
