import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "./files.ts";
import { compareCodeUnits } from "./lists.ts";

/** What stands at each path in a folder of the project; paths are from the project's root. */
export type Listing = ReadonlyMap<string, "file" | "folder" | "link" | "other">;

/**
 * Everything in a folder and below, as the disk spells it: paths are judged by this list, so that letters'
 * case counts everywhere. Links are not followed, hidden files left out. No folder at all is an empty one.
 *
 * @param root the project's, absolute
 * @param folder from there
 */
export async function listFolder(root: string, folder: string): Promise<Listing> {
  const found = new Map<string, ReturnType<typeof kindOf>>();
  const visit = async (inside: string): Promise<void> => {
    const entries = await readdir(join(root, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareCodeUnits(a.name, b.name))) {
      if (entry.name.startsWith(".")) continue;
      const path = `${inside}/${entry.name}`;
      found.set(path, kindOf(entry));
      // A name that is not UTF-8 was decoded with signs of loss, and leads nowhere.
      if (entry.isDirectory() && !path.includes("\ufffd")) await visit(path);
    }
  };
  await ifThere(visit(folder));
  return found;
}

function kindOf(entry: Dirent) {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}
