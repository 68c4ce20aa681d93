import { characterMap } from "./character-map.ts";
import { fontTable, fontTables } from "./font-tables.ts";

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
