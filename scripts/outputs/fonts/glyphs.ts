import { compareCodeUnits } from "../../lib/lists.ts";

/**
 * What every page sets in its first view: letters, figures and the commonest signs. So few that the
 * file arrives in the first round trip of a new connection, and always the same, so that it stays in
 * the browser's cache whatever news says.
 */
export const commonLatin = characters(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \u00A0.,:;!?()-–’“”°′@·",
);

/** ASCII, and the signs that editors or the layouts may use any day. */
const always = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}\u00A0“”‘’–—…·°′″é£€×−©`;

/**
 * What the Latin fonts hold: ASCII, common signs and whatever else of the given texts the
 * typeface has. Each character once, sorted by code point.
 *
 * @param has whether the typeface has a glyph for a code point
 */
export function latinGlyphs(texts: readonly string[], has: (code: number) => boolean): string {
  const codes = new Set(Array.from(always, (character) => character.codePointAt(0) ?? 0));
  for (const text of texts) {
    // All of ASCII is there already.
    for (const [character] of text.matchAll(/[^\0-\x7f]/gu))
      codes.add(character.codePointAt(0) ?? 0);
  }
  const kept = [...codes].filter((code) => code >= 32 && has(code));
  return characters(String.fromCodePoint(...kept));
}

/** The characters of a text sorted by code point. */
function characters(text: string): string {
  return [...text].sort(compareCodeUnits).join("");
}

/** The Chinese characters of the given headings, each once, sorted by code point. */
export function headingGlyphs(texts: readonly string[]): string {
  const codes = new Set(
    texts.flatMap(chineseCharacters).map((character) => character.codePointAt(0) ?? 0),
  );
  return String.fromCodePoint(...[...codes].sort((a, b) => a - b));
}

/** Han characters, Chinese punctuation and full-width forms. */
const chinese = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Marks that both scripts use: in a Chinese text they are set in the Chinese font. */
const shared = /[“”‘’—…·]/u;

/** The characters of a text that a Chinese font sets, in order; none where the text has no Chinese. */
export function chineseCharacters(text: string): string[] {
  if (!chinese.test(text)) return [];
  return [...text].filter((character) => chinese.test(character) || shared.test(character));
}

/**
 * Whether the heading font has every Chinese character of a title. Where it has not, the whole
 * title is set in the system's serif: a title in two fonts looks like a mistake.
 *
 * @param glyphs as `headingGlyphs` returns them
 */
export function isCoveredBy(title: string, glyphs: string): boolean {
  const covered = new Set(glyphs);
  return chineseCharacters(title).every((character) => covered.has(character));
}
