/**
 * Places of the words that answer a query: those that Pagefind names, but Han characters only where
 * they stand together as in one of the phrases.
 */
export function markedWords(
  words: readonly string[],
  locations: readonly number[],
  phrases: readonly string[],
): Set<number> {
  const marks = new Set(locations.filter((at) => !/^\p{Script=Han}$/u.test(words[at] ?? "")));
  for (const phrase of phrases.map((each) => [...each])) {
    for (const at of words.keys()) {
      if (!phrase.every((character, index) => words[at + index] === character)) continue;
      for (const index of phrase.keys()) marks.add(at + index);
    }
  }
  return marks;
}
