import { readdirSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { WrittenFile, WrittenFiles } from "./written-files.ts";

/**
 * Removes from `folder` all but the files of `wanted` (ids by path) that hold what is wanted.
 *
 * @returns those, by path
 */
export function sweepFolder(
  folder: string,
  wanted: ReadonlyMap<string, string>,
  written: WrittenFiles,
): Map<string, WrittenFile> {
  const kept = new Map<string, WrittenFile>();
  // Nothing else goes on meanwhile, and ten thousand promises take longer than the calls themselves.
  const sweep = (below: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const file = `${below}${entry.name}`;
      const place = path.join(folder, file);
      if (entry.isDirectory()) {
        if (sweep(`${file}/`)) rmdirSync(place);
        else isEmpty = false;
        continue;
      }
      const found = entry.isFile() ? written.find(place) : undefined;
      if (found && found.id === wanted.get(file)) {
        kept.set(file, found);
        isEmpty = false;
      } else rmSync(place);
    }
    return isEmpty;
  };
  sweep("");
  return kept;
}
