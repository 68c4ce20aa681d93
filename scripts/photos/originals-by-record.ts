import type { EntryKind } from "./list-photo-folder.ts";
import { recordPath } from "./record-path.ts";

/**
 * Of what `assets/photos/` holds, the originals: all files but records and notes. By the path of the
 * record that describes them, whether it is there or not; only one original may have it.
 */
export function originalsByRecord(
  listing: ReadonlyMap<string, EntryKind>,
): ReadonlyMap<string, readonly string[]> {
  const originals = new Map<string, string[]>();
  for (const [path, kind] of listing) {
    if (kind !== "file" || /\.(yaml|md)$/i.test(path)) continue;
    const record = recordPath(path);
    originals.set(record, [...(originals.get(record) ?? []), path]);
  }
  return originals;
}
