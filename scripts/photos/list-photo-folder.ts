import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareCodeUnits } from "../lib/compare-code-units.ts";
import { isNodeError } from "../lib/is-node-error.ts";
import { photoFolder } from "./photo-folder.ts";

/** What stands at a path in `assets/photos/`. */
export type EntryKind = "file" | "folder" | "link" | "other";

/**
 * Everything in `assets/photos/` and below, by path from the root, as the disk spells it. Links are not
 * followed, hidden files left out. Paths are judged by this list, so that letters' case counts everywhere.
 */
export async function listPhotoFolder(root: string): Promise<Map<string, EntryKind>> {
  const found = new Map<string, EntryKind>();
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareCodeUnits(a.name, b.name))) {
      if (entry.name.startsWith(".")) continue;
      const path = `${folder}/${entry.name}`;
      found.set(path, kindOf(entry));
      // A name that is not UTF-8 was decoded with signs of loss, and leads nowhere.
      if (entry.isDirectory() && !path.includes("\ufffd")) await visit(path);
    }
  };
  try {
    await visit(photoFolder);
  } catch (error) {
    // No folder at all is a folder without photographs; each use says what it misses.
    if (!isNodeError(error, "ENOENT")) throw error;
  }
  return found;
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}
