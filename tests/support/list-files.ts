import { readdir } from "node:fs/promises";
import path from "node:path";

/**
 * Every file below `folder`, relative to it, with forward slashes, by code unit.
 * Throws where the folder cannot be read.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, "/"))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
