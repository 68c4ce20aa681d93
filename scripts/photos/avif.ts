/** Codes of ITU-T H.273: where red, green and blue lie, and the curve of the numbers. */
interface ColourCodes {
  primaries: number;
  transfer: number;
}

/**
 * What an AVIF says of the colours of its picture besides an ICC profile: its nclx, or else its bitstream;
 * undefined where neither says anything. https://aomediacodec.github.io/av1-avif/
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
  if (nclx === undefined) {
    const start = startOf(bodyIn(meta, "iloc"), primary);
    return start === undefined ? undefined : bitstreamCodes(bytes.subarray(start));
  }
  return { primaries: nclx.readUInt16BE(4), transfer: nclx.readUInt16BE(6) };
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

/** Where the bytes of an item begin; undefined where they are not in the file's own order. */
function startOf(iloc: Buffer, item: number): number | undefined {
  const read = numbersIn(iloc);
  const version = read(1);
  read(3);
  const [sizes, moreSizes] = [read(1), read(1)];
  const indexSize = version === 0 ? 0 : moreSizes & 15;
  for (let left = read(version < 2 ? 2 : 4); left > 0; left--) {
    const id = read(version < 2 ? 2 : 4);
    const isInFile = version === 0 || (read(2) & 15) === 0;
    read(2);
    const base = read(moreSizes >> 4);
    const starts = Array.from({ length: read(2) }, () => {
      read(indexSize);
      const start = base + read(sizes >> 4);
      read(sizes & 15);
      return start;
    });
    if (id === item) return isInFile ? starts[0] : undefined;
  }
  return undefined;
}

/** The units that a picture's bitstream begins with, https://aomediacodec.github.io/av1-spec/#obu-header-syntax */
const [sequenceHeader, temporalDelimiter] = [1, 2];

function bitstreamCodes(bytes: Buffer): ColourCodes | undefined {
  const read = bitsIn(bytes);
  for (;;) {
    read(1);
    const type = read(4);
    const hasExtension = read(1) === 1;
    const hasSize = read(1) === 1;
    read(hasExtension ? 9 : 1);
    // Seven bits a byte, as long as the first bit is set; a header is far from its end.
    if (hasSize) while (read(8) > 127);
    if (type === sequenceHeader) return sequenceCodes(read);
    if (type !== temporalDelimiter) return undefined;
  }
}

/**
 * The codes of a sequence header, whose fields up to them are passed over one by one,
 * https://aomediacodec.github.io/av1-spec/#sequence-header-obu-syntax; undefined where it has none, and
 * where it has the times of a film.
 */
function sequenceCodes(read: (bits: number) => number): ColourCodes | undefined {
  const has = () => read(1) === 1;
  const profile = read(3);
  read(1);
  const isReduced = has();
  if (isReduced) read(5);
  else {
    const hasTimes = has();
    if (hasTimes) return undefined;
    const hasDelays = has();
    for (let left = read(5); left >= 0; left--) {
      read(12);
      if (read(5) > 7) read(1);
      if (hasDelays && has()) read(4);
    }
  }
  const [widthBits, heightBits] = [read(4), read(4)];
  read(widthBits + 1);
  read(heightBits + 1);
  if (!isReduced && has()) read(7);
  // Superblocks, and two filters within a picture.
  read(3);
  if (!isReduced) {
    read(4);
    const hasOrder = has();
    if (hasOrder) read(2);
    const hasScreenTools = has() || has();
    if (hasScreenTools && !has()) read(1);
    if (hasOrder) read(3);
  }
  // Super-resolution, and two filters after decoding.
  read(3);
  const isDeep = has();
  if (profile === 2 && isDeep) read(1);
  if (profile !== 1) read(1);
  return has() ? { primaries: read(8), transfer: read(8) } : undefined;
}

/** Reads whole numbers of so many bits one after the other, the highest bit first. */
function bitsIn(bytes: Buffer): (bits: number) => number {
  let at = 0;
  return (bits) => {
    let number = 0;
    for (const end = at + bits; at < end; at++) {
      number = number * 2 + ((bytes.readUInt8(at >> 3) >> (7 - (at & 7))) & 1);
    }
    return number;
  };
}
