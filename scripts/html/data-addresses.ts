import { leadingMembers } from "./address-references.ts";

/**
 * What may be addresses in structured data (JSON-LD), each once: only what fills a whole value is one,
 * in the words of an article an address is a text.
 *
 * @throws SyntaxError if it is no JSON
 */
export function dataAddresses(json: string): string[] {
  const found = new Set<string>();
  JSON.parse(json, (member, value: unknown) => {
    if (typeof value !== "string") return value;
    if (/^https?:\/\/\S+$/.test(value)) found.add(value);
    else if (value.startsWith("/") && leadingMembers.includes(member)) found.add(value);
    return value;
  });
  return [...found];
}
