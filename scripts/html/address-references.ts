/**
 * Addresses of the site in a text for machines (XML, JSON, plain text): with the origin, or in a
 * member or attribute that holds nothing else.
 */
export function addressReferences(text: string, origin: string): string[] {
  const escaped = origin.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const absolute = text.match(new RegExp(`${escaped}/[^\\s"'<>\\\\,;)]*`, "g")) ?? [];
  const local = [...text.matchAll(/(?:"(?:src|start_url|url|id)": ?|\bhref=)"(\/[^"]*)"/g)];
  return [
    ...absolute.map((found) => found.replaceAll("&amp;", "&")),
    ...local.map(([, one = ""]) => one),
  ];
}
