import { fontTable } from "./opentype.ts";

/** A glyph within another one, and how far it is moved, in units of the font. */
interface Part {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** A glyph that is drawn of others. */
export interface Composite {
  readonly parts: readonly Part[];
  readonly advance: number;
}

// OpenType 1.9, “glyf”: what stands before the parts, and flags of a part.
const headerSize = 10;
const words = 0x1;
const offsets = 0x2;
const more = 0x20;
const scaled = 0x8 | 0x40 | 0x80;

/** @throws Error if the glyph is drawn by itself, or of others that are not only moved */
export function readComposite(font: Buffer, glyph: number): Composite {
  const data = fontTable(font, "glyf").subarray(glyphStarts(font)[glyph]);
  if (data.readInt16BE(0) >= 0) throw new Error(`glyph ${glyph} is drawn by itself`);
  const parts: Part[] = [];
  let at = headerSize;
  let flags = more;
  while (flags & more) {
    flags = data.readUInt16BE(at);
    if (flags & scaled || !(flags & offsets)) throw new Error(`glyph ${glyph} has a part scaled`);
    const [x, y, size] =
      flags & words
        ? [data.readInt16BE(at + 4), data.readInt16BE(at + 6), 8]
        : [data.readInt8(at + 4), data.readInt8(at + 5), 6];
    parts.push({ glyph: data.readUInt16BE(at + 2), x, y });
    at += size;
  }
  return { parts, advance: fontTable(font, "hmtx").readUInt16BE(4 * glyph) };
}

/** The tables of a font to which glyphs were added, and the number of the first of them. */
export function withComposites(font: Buffer, composites: readonly Composite[]) {
  const starts = glyphStarts(font);
  const drawn = composites.map((composite) => encodeComposite(composite, font, starts));
  const ends: number[] = [];
  for (const { length } of drawn) ends.push((ends.at(-1) ?? starts.at(-1) ?? 0) + length);
  const metrics = composites.map(({ advance }, index) => {
    // With the left side bearing, which is where the glyph begins.
    return integers16([advance, drawn[index]?.readInt16BE(2) ?? 0]);
  });
  const counting = (tag: string, at: number) => {
    const table = Buffer.from(fontTable(font, tag));
    table.writeUInt16BE(table.readUInt16BE(at) + composites.length, at);
    return table;
  };
  const head = Buffer.from(fontTable(font, "head"));
  head.writeInt16BE(longOffsets, 50);
  const loca = Buffer.alloc(4 * (starts.length + ends.length));
  for (const [index, start] of [...starts, ...ends].entries()) loca.writeUInt32BE(start, 4 * index);
  const tables = {
    glyf: Buffer.concat([fontTable(font, "glyf"), ...drawn]),
    hmtx: Buffer.concat([fontTable(font, "hmtx"), ...metrics]),
    hhea: counting("hhea", 34),
    maxp: counting("maxp", 4),
    head,
    loca,
  };
  return { tables, first: starts.length - 1 };
}

function encodeComposite({ parts }: Composite, font: Buffer, starts: readonly number[]): Buffer {
  const glyf = fontTable(font, "glyf");
  const boxes = parts.map(({ glyph, x, y }) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = [2, 4, 6, 8].map((side) =>
      glyf.readInt16BE((starts[glyph] ?? 0) + side),
    );
    return { left: left + x, bottom: bottom + y, right: right + x, top: top + y };
  });
  return integers16([
    -1,
    Math.min(...boxes.map(({ left }) => left)),
    Math.min(...boxes.map(({ bottom }) => bottom)),
    Math.max(...boxes.map(({ right }) => right)),
    Math.max(...boxes.map(({ top }) => top)),
    ...parts.flatMap(({ glyph, x, y }, index) => {
      const flags = words | offsets | (index < parts.length - 1 ? more : 0);
      return [flags, glyph, x, y];
    }),
  ]);
}

const longOffsets = 1;

/** Where each glyph begins in “glyf”, and the last one ends: OpenType 1.9, “loca”. */
function glyphStarts(font: Buffer): number[] {
  const loca = fontTable(font, "loca");
  const isLong = fontTable(font, "head").readInt16BE(50) === longOffsets;
  return isLong
    ? Array.from({ length: loca.length / 4 }, (_, index) => loca.readUInt32BE(4 * index))
    : Array.from({ length: loca.length / 2 }, (_, index) => 2 * loca.readUInt16BE(2 * index));
}

function integers16(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeInt16BE(value, 2 * index);
  return bytes;
}
