import type { Problem } from "../lib/problem.ts";
import type { EntryKind } from "./list-photo-folder.ts";
import { originalsByRecord } from "./originals-by-record.ts";
import { photoFault } from "./photo-fault.ts";

/** Warnings for photographs that no page shows and for records that describe none. */
export function unusedPhotos(
  listing: ReadonlyMap<string, EntryKind>,
  used: ReadonlySet<string>,
): Problem[] {
  const originals = originalsByRecord(listing);
  const unused = [...originals.values()].flat().filter((path) => !used.has(path));
  const alone = [...listing].flatMap(([path, kind]) =>
    kind === "file" && path.endsWith(".yaml") && !originals.has(path) ? [path] : [],
  );
  const top = (path: string) => ({ path, line: 1, column: 1 });
  return [
    ...unused.map((path) => photoFault("photo-unused", {})(top(path))),
    ...alone.map((path) => photoFault("record-unused", {})(top(path))),
  ];
}
