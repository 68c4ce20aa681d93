/**
 * A table of an OpenType font by its four-letter tag (OpenType 1.9, “Organization of an OpenType Font”).
 *
 * @param font sfnt, not WOFF
 * @throws if the font lacks the table
 */
export function fontTable(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    if (font.toString("latin1", entry, entry + 4) !== tag) continue;
    const start = font.readUInt32BE(entry + 8);
    return font.subarray(start, start + font.readUInt32BE(entry + 12));
  }
  throw new Error(`the font has no table ${tag}`);
}

/** A font with tables of its own in place of those of another. Sums are left out: `subset-font` makes them. */
export function withTables(font: Buffer, tables: Readonly<Record<string, Buffer>>): Buffer {
  const count = font.readUInt16BE(4);
  const header = Buffer.from(font.subarray(0, 12 + 16 * count));
  const parts = [header];
  let end = header.length;
  for (let entry = 12; entry < header.length; entry += 16) {
    const tag = font.toString("latin1", entry, entry + 4);
    const table = tables[tag] ?? fontTable(font, tag);
    header.writeUInt32BE(end, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    // Tables begin at multiples of four.
    const padded = Buffer.concat([table], table.length + (-table.length & 3));
    parts.push(padded);
    end += padded.length;
  }
  return Buffer.concat(parts);
}

/**
 * Which glyph stands for which code point: the font's `cmap`, from its Unicode subtable of
 * format 12 or 4 (OpenType 1.9, “cmap”).
 */
export function characterMap(font: Buffer): Map<number, number> {
  const cmap = fontTable(font, "cmap");
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4)),
  );
  const full = subtables.find((subtable) => subtable.readUInt16BE(0) === 12);
  if (full) return segmentedCoverage(full);
  const basic = subtables.find((subtable) => subtable.readUInt16BE(0) === 4);
  if (basic) return segmentMapping(basic);
  throw new Error("the font has no character map of format 4 or 12");
}

/** Format 12: groups of code points that stand in one row, like their glyphs. */
function segmentedCoverage(subtable: Buffer): Map<number, number> {
  const map = new Map<number, number>();
  const groups = subtable.readUInt32BE(12);
  for (let group = 0; group < groups; group++) {
    const at = 16 + 12 * group;
    const first = subtable.readUInt32BE(at);
    const last = subtable.readUInt32BE(at + 4);
    const glyph = subtable.readUInt32BE(at + 8);
    for (let code = first; code <= last; code++) map.set(code, glyph + code - first);
  }
  return map;
}

/** Format 4: the same for the Basic Multilingual Plane, in four parallel arrays. */
function segmentMapping(subtable: Buffer): Map<number, number> {
  const map = new Map<number, number>();
  const size = subtable.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size] as const;
  for (let at = 0; at < size; at += 2) {
    const last = subtable.readUInt16BE(ends + at);
    const delta = subtable.readUInt16BE(deltas + at);
    const offset = subtable.readUInt16BE(offsets + at);
    for (let code = subtable.readUInt16BE(starts + at); code <= last && code < 0xffff; code++) {
      const first = subtable.readUInt16BE(starts + at);
      const glyph =
        offset === 0 ? code : subtable.readUInt16BE(offsets + at + offset + 2 * (code - first));
      if (glyph !== 0) map.set(code, (glyph + delta) & 0xffff);
    }
  }
  return map;
}

/** A `cmap` of format 12 with a group for each character. */
export function encodeCharacterMap(map: ReadonlyMap<number, number>): Buffer {
  const groups = [...map].sort(([a], [b]) => a - b).flatMap(([code, glyph]) => [code, code, glyph]);
  const header = 12;
  const cmap = Buffer.alloc(header + 16 + 4 * groups.length);
  // One subtable, for Windows and all of Unicode.
  for (const [index, value] of [0, 1, 3, 10].entries()) cmap.writeUInt16BE(value, 2 * index);
  cmap.writeUInt32BE(header, 8);
  cmap.writeUInt16BE(12, header);
  cmap.writeUInt32BE(cmap.length - header, header + 4);
  cmap.writeUInt32BE(map.size, header + 12);
  for (const [index, value] of groups.entries()) cmap.writeUInt32BE(value, header + 16 + 4 * index);
  return cmap;
}
