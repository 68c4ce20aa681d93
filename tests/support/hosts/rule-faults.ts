import { fileKind, type HeaderRow } from "../../../scripts/outputs/hosts/headers.ts";
import type { Site } from "../site/read-site.ts";
import { addressesOf } from "./addresses-of.ts";
import { expectedHeaders } from "./expected-headers.ts";

/** A rule as a host reads it. */
export interface HostRule {
  matches: RegExp;
  values: Readonly<Record<string, string>>;
}

/** Where the rules do not give a file each of its headers once, and no other. */
export function ruleFaults(
  rules: readonly HostRule[],
  table: readonly HeaderRow[],
  site: Pick<Site, "files" | "prefix">,
): string[] {
  return [...site.files].flatMap((file) => {
    if (fileKind(file) === "control" || /\.(?:br|gz)$/.test(file)) return [];
    const expected = JSON.stringify([...expectedHeaders(table, file)].sort());
    return addressesOf(file).flatMap((address) => {
      const found = new Map<string, string[]>();
      for (const { matches, values } of rules) {
        if (!matches.test(site.prefix + address)) continue;
        for (const [name, value] of Object.entries(values)) {
          const key = name.toLowerCase();
          found.set(key, [...(found.get(key) ?? []), value]);
        }
      }
      const given = JSON.stringify([...found].sort());
      return given === expected ? [] : [`${site.prefix}${address}  has ${given}, not ${expected}`];
    });
  });
}
