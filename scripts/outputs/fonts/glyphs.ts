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
 * @param glyphs as `makeFonts` returns them
 */
export function isCoveredBy(title: string, glyphs: string): boolean {
  const covered = new Set(glyphs);
  return chineseCharacters(title).every((character) => covered.has(character));
}
