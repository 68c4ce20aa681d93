/** Members and fields that lead somewhere, without an origin too. */
export const leadingMembers = ["src", "start_url", "url", "id"];

/** A long line goes on in the next: https://www.rfc-editor.org/rfc/rfc6350#section-3.2 */
const fold = /\r\n[ \t]/g;

/**
 * Addresses of the site in a text for machines (XML, JSON, a vCard, plain text): with the origin, or
 * without it in a member or attribute that leads somewhere. Only what fills a whole value is one: an
 * attribute, an element, a member, the rest of a line. In the words of an article an address is a text.
 */
export function addressReferences(text: string, origin: string): string[] {
  const address = `(${origin.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/[^\\s"'<>\\\\]*)`;
  const places = [
    `=\\\\?["']${address}\\\\?["']`,
    `[:[,]\\s*"${address}"`,
    `<(?:\\w+:)?(?:loc|uri|id)>${address}</`,
  ];
  const whole = new RegExp([...places, `^[^\\s:]+: ?${address}\\r?$`].join("|"), "gm");
  const absolute = [...text.replace(fold, "").matchAll(whole)].flatMap(([, ...found]) =>
    found.filter((one) => one !== undefined),
  );
  const member = `"(?:${leadingMembers.join("|")})": ?`;
  const local = [...text.matchAll(new RegExp(`(?:${member}|\\bhref=)"(/[^"]*)"`, "g"))];
  return [
    ...absolute.map((found) => found.replaceAll("&amp;", "&")),
    ...local.map(([, one = ""]) => one),
  ];
}
