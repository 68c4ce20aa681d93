import { fileKind, type HeaderRow } from "../../../scripts/outputs/hosts/headers.ts";

/** What the table says of one file: every value of each header, by its name in lower case. */
export function expectedHeaders(table: readonly HeaderRow[], file: string): Map<string, string[]> {
  const kind = fileKind(file);
  const expected = new Map<string, string[]>();
  for (const { header, value, on } of table) {
    if (on !== "all" && !on.includes(kind)) continue;
    const name = header.toLowerCase();
    expected.set(name, [...(expected.get(name) ?? []), value]);
  }
  return expected;
}
