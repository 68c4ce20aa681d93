/** ASCII, and the signs that editors or the layouts may use any day. */
const always = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}\u00A0“”‘’–—…·°′″é£€×−©`;

/**
 * What the Latin fonts hold: ASCII, common signs and whatever else of the given texts the
 * typeface has. Each character once, sorted by code point.
 *
 * @param has whether the typeface has a glyph for a code point
 */
export function latinGlyphs(texts: readonly string[], has: (code: number) => boolean): string {
  const codes = new Set<number>();
  for (const text of [always, ...texts]) {
    for (const character of text) codes.add(character.codePointAt(0) ?? 0);
  }
  return String.fromCodePoint(
    ...[...codes].filter((code) => code >= 32 && has(code)).sort((a, b) => a - b),
  );
}
