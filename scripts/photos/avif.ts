/** Codes of ITU-T H.273: where red, green and blue lie, and the curve of the numbers. */
interface ColourCodes {
  primaries: number;
  transfer: number;
}

/**
 * What an AVIF says of the colours of its picture besides an ICC profile, by its nclx; undefined where it
 * has none. https://aomediacodec.github.io/av1-avif/
 *
 * @throws RangeError where the file ends too early
 */
export function avifColourCodes(bytes: Buffer): ColourCodes | undefined {
  const meta = bodyIn(bytes, "meta").subarray(4);
  const properties = bodyIn(meta, "iprp");
  const list = [...boxesIn(bodyIn(properties, "ipco"))];
  const primary = primaryItem(bodyIn(meta, "pitm"));
  const nclx = propertiesOf(bodyIn(properties, "ipma"), primary)
    .map((index) => list[index - 1])
    .find((box) => box?.type === "colr" && box.body.toString("latin1", 0, 4) === "nclx")?.body;
  return nclx && { primaries: nclx.readUInt16BE(4), transfer: nclx.readUInt16BE(6) };
}

/** A box of the ISO base media file format, ISO/IEC 14496-12. */
interface Box {
  type: string;
  body: Buffer;
}

function* boxesIn(bytes: Buffer): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const head = size === 1 ? 16 : 8;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size || bytes.length - at;
    const type = bytes.toString("latin1", at + 4, at + 8);
    yield { type, body: bytes.subarray(at + head, at + length) };
    at += Math.max(length, head);
  }
}

/** The body of the first box of a type; empty where there is none. */
function bodyIn(bytes: Buffer, type: string): Buffer {
  for (const box of boxesIn(bytes)) if (box.type === type) return box.body;
  return Buffer.alloc(0);
}

/** Reads whole numbers of so many bytes, 0 to 8, one after the other. */
function numbersIn(bytes: Buffer): (length: number) => number {
  let at = 0;
  return (length) => {
    let number = 0;
    for (const end = at + length; at < end; at++) number = number * 256 + bytes.readUInt8(at);
    return number;
  };
}

/** The item that is shown. */
function primaryItem(pitm: Buffer): number {
  const read = numbersIn(pitm);
  const version = read(1);
  read(3);
  return read(version === 0 ? 2 : 4);
}

/** The properties of an item, counted from 1. */
function propertiesOf(ipma: Buffer, item: number): number[] {
  const read = numbersIn(ipma);
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
