/** The tables of an OpenType font (sfnt container) by their four-letter tags. */
export type FontTables = ReadonlyMap<string, Buffer>;

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
