import { chineseCharacters } from "./chinese-characters.ts";

/** The Chinese characters of the given headings, each once, sorted by code point. */
export function headingGlyphs(texts: readonly string[]): string {
  const codes = new Set(
    texts.flatMap(chineseCharacters).map((character) => character.codePointAt(0) ?? 0),
  );
  return String.fromCodePoint(...[...codes].sort((a, b) => a - b));
}
