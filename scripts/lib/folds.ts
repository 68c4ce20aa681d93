/** Letters that Unicode does not take apart, as they are typed where no key has them. */
const plain: Readonly<Record<string, string>> = {
  æ: "ae",
  ð: "d",
  ø: "o",
  þ: "th",
  đ: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  œ: "oe",
  ß: "ss",
};

/** Text as it is looked for: no accents, no capitals, letters and digits of usual width and form. */
export function fold(text: string): string {
  return withoutMarks(
    text.replace(/[\p{L}\p{N}]/gu, (sign) => sign.normalize("NFKD").replaceAll(" ", "")),
  ).replace(/[^\0-\x7F]/g, (letter) => plain[letter] ?? letter);
}

/** So far Pagefind folds by itself; in Japanese the mark that makes another sound stays. */
function withoutMarks(text: string): string {
  const bare = text.normalize("NFD").replace(/(?![\u3099\u309A])\p{M}/gu, "");
  return bare.normalize("NFC").toLowerCase();
}

// Texts without such a letter, which most are, need not be looked at word by word.
const special = /(?![\0-\x7F\p{Script=Han}])[\p{L}\p{N}]/u;
/** Where UTF-16 is written in private use characters, which Pagefind does not take for letters. */
const hidden = 0xf0000;

/**
 * Writes words as they are looked for, where Pagefind would not know that, and hides them behind.
 *
 * @param text in which there are no private use characters of plane 15
 */
export function withFolds(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/\S+/g, (word) => {
    const folded = fold(word);
    if (folded === withoutMarks(word)) return word;
    const units = word.split("").map((unit) => hidden + unit.charCodeAt(0));
    return folded + String.fromCodePoint(...units);
  });
}

/** The text that {@link withFolds} was given. */
export function withoutFolds(text: string): string {
  // Word by word: in a long run without such a character the search for one would begin at each place.
  return text.replace(/\S+/g, (word) => {
    const units = word.match(/[\u{F0000}-\u{FFFFF}]/gu);
    if (!units) return word;
    // Of a code point this takes the last 16 bits, which is what was hidden.
    return String.fromCharCode(...units.map((unit) => unit.codePointAt(0) ?? 0));
  });
}
