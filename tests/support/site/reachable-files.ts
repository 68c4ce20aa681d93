import type { Site } from "./read-site.ts";
import { resolveReference } from "./resolve-reference.ts";

/** The files that can be reached from `roots` by way of the addresses that `references` finds. */
export function reachableFiles(
  site: Site,
  roots: readonly string[],
  references: (file: string) => readonly string[],
): Set<string> {
  const reached = new Set(roots);
  // A set yields what is added to it on the way.
  for (const file of reached) {
    for (const written of references(file)) {
      const target = resolveReference(site, file, written);
      if (target.kind === "file") reached.add(target.file);
    }
  }
  return reached;
}
