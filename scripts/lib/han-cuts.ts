/** Han characters, and the punctuation of full width that stands with them. */
const wide =
  "[\\p{Script=Han}\\u3001-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF60]";
const atWide = new RegExp(` ?(${wide}) ?`, "gu");
// Not by looking behind, which Safari has known since 16.4 only.
const besideWide = new RegExp(`(${wide}) | (?=${wide})`, "gu");
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
      .replace(/[\s\u200B\u2060\u2063\uFEFF\u{F0000}-\u{FFFFF}]+/gu, " ")
      .trim()
      .replace(besideWide, `$1${blank}`)
      .replace(atWide, " $1 ")
      .replaceAll(blank, ` ${blank} `)
      .replace(/ +/g, " ")
      .trim();
  },
  /** The text that {@link hanCuts.put} was given; also of a part that begins and ends with a word. */
  remove(text: string): string {
    return text.replace(atBlank, blank).replace(besideWide, "$1").replaceAll(blank, " ");
  },
};
