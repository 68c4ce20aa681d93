/** The id of a heading that has no letter and no digit, such as `## …`. */
const withoutLetters = "section";

/**
 * The id that a heading's text asks for: Han and other letters as they are, lower case,
 * one hyphen for everything between them; never empty. The same on every machine.
 */
export function slugify(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/['’]/gu, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u);
  return words.filter((word) => word !== "").join("-") || withoutLetters;
}
