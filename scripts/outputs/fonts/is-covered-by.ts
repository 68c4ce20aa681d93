import { chineseCharacters } from "./chinese-characters.ts";

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
