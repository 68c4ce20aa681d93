import type { Problem } from "../lib/problem.ts";
import type { EntryKind } from "./list-photo-folder.ts";
import { photoFault } from "./photo-fault.ts";
import { recordPath } from "./record-path.ts";

/** Warnings for photographs that no page shows and for records that describe none. */
export function unusedPhotos(
  listing: ReadonlyMap<string, EntryKind>,
  used: ReadonlySet<string>,
): Problem[] {
  const files = [...listing].flatMap(([path, kind]) => (kind === "file" ? [path] : []));
  const originals = files.filter((path) => !/\.(yaml|md)$/i.test(path));
  const described = new Set(originals.map(recordPath));
  const unused = originals.filter((path) => !used.has(path));
  const alone = files.filter((path) => path.endsWith(".yaml") && !described.has(path));
  const top = (path: string) => ({ path, line: 1, column: 1 });
  return [
    ...unused.map((path) => photoFault("photo-unused", {})(top(path))),
    ...alone.map((path) => photoFault("record-unused", {})(top(path))),
  ];
}
