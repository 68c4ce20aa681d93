/** The tables of an OpenType font (sfnt container) by their four-letter tags. */
type FontTables = ReadonlyMap<string, Buffer>;

/**
 * Reads the table directory (OpenType 1.9, “Organization of an OpenType Font”).
 *
 * @param font TrueType or CFF outlines, not WOFF
 */
export function fontTables(font: Buffer): FontTables {
  const tables = new Map<string, Buffer>();
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index;
    const start = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString("latin1", entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

/** @throws if the font lacks the table */
export function fontTable(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no table ${tag}`);
  return table;
}

/**
 * Which glyph stands for which code point: the font's `cmap`, from its Unicode subtable of
 * format 12 or 4 (OpenType 1.9, “cmap”).
 */
export function characterMap(tables: FontTables): Map<number, number> {
  const cmap = fontTable(tables, "cmap");
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

/** What decides how much room a line of text takes, in parts of the font size. */
export interface FontMetrics {
  readonly ascent: number;
  /** Below the baseline, positive. */
  readonly descent: number;
  readonly lineGap: number;
  /** Of a character of English running text, spaces included. */
  readonly averageWidth: number;
}

/**
 * Of 10,000 letters of English, and the spaces between words of 4.79 letters: P. Norvig,
 * “English Letter Frequency Counts: Mayzner Revisited” (2013).
 */
const frequencies: Readonly<Record<string, number>> = {
  e: 1249,
  t: 928,
  a: 804,
  o: 764,
  i: 757,
  n: 723,
  s: 651,
  r: 628,
  h: 505,
  l: 407,
  d: 382,
  c: 334,
  u: 273,
  m: 251,
  f: 240,
  p: 214,
  g: 187,
  w: 168,
  y: 166,
  b: 148,
  v: 105,
  k: 54,
  x: 23,
  j: 16,
  q: 12,
  z: 9,
  " ": 2088,
};

/** @param font sfnt; of a variable font its default weight counts */
export function fontMetrics(font: Buffer): FontMetrics {
  const tables = fontTables(font);
  const em = fontTable(tables, "head").readUInt16BE(18);
  const hhea = fontTable(tables, "hhea");
  const os2 = fontTable(tables, "OS/2");
  // Bit 7 of fsSelection, USE_TYPO_METRICS: then browsers take these and not the ones of hhea.
  const typo = (os2.readUInt16BE(62) & 0x80) !== 0;
  return {
    ascent: (typo ? os2.readInt16BE(68) : hhea.readInt16BE(4)) / em,
    descent: -(typo ? os2.readInt16BE(70) : hhea.readInt16BE(6)) / em,
    lineGap: (typo ? os2.readInt16BE(72) : hhea.readInt16BE(8)) / em,
    averageWidth: averageAdvance(font) / em,
  };
}

function averageAdvance(font: Buffer): number {
  const tables = fontTables(font);
  const glyphs = characterMap(tables);
  const hmtx = fontTable(tables, "hmtx");
  const last = fontTable(tables, "hhea").readUInt16BE(34) - 1;
  let sum = 0;
  let count = 0;
  for (const [character, frequency] of Object.entries(frequencies)) {
    const glyph = glyphs.get(character.charCodeAt(0));
    if (glyph === undefined) throw new Error(`the font has no “${character}”`);
    // Glyphs after the last pair all have its advance.
    sum += hmtx.readUInt16BE(4 * Math.min(glyph, last)) * frequency;
    count += frequency;
  }
  return sum / count;
}
