/** `text` in the quotation marks that YAML needs the fewest escapes in. */
export function quoteYaml(text: string): string {
  if (!/["\\\p{Cc}]/u.test(text)) return `"${text}"`;
  if (!/['\p{Cc}]/u.test(text)) return `'${text}'`;
  return JSON.stringify(text);
}
