/** Han characters, and the punctuation and forms of full width that stand with them. */
const wide = "[\\p{Script=Han}\\u3001-\\u303F\\uFF01-\\uFF60]";
const atWide = new RegExp(` ?(${wide}) ?`, "gu");
const besideWide = new RegExp(`(?<=${wide}) | (?=${wide})`, "gu");
/** INVISIBLE SEPARATOR, where a blank stood beside one of these characters before the cuts were made. */
const blank = "\u2063";
const atBlank = / ?\u2063 ?/g;

/**
 * Cuts at Han characters, so that a search engine that knows words by white space takes each as a
 * word of its own.
 */
export const hanCuts = {
  /** `text` with its cuts, every run of white space as one blank. */
  put(text: string): string {
    return text
      .replace(/[\s\u200B\u2060\u2063\uFEFF]+/gu, " ")
      .trim()
      .replace(besideWide, blank)
      .replace(atWide, " $1 ")
      .replaceAll(blank, ` ${blank} `)
      .replace(/ +/g, " ")
      .trim();
  },
  /** The text that {@link hanCuts.put} was given; also of a part that begins and ends with a word. */
  remove(text: string): string {
    return text.replace(atBlank, blank).replace(besideWide, "").replaceAll(blank, " ");
  },
};
