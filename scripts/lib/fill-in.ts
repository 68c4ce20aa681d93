/**
 * Puts values into the braces of a sentence: `fillIn("Page {number}", { number: 2 })`.
 *
 * @throws if the sentence has a brace without a value
 */
export function fillIn(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return sentence.replace(/\{(\w+)\}/g, (brace, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing to fill into ${brace} of “${sentence}”`);
    return String(value);
  });
}
