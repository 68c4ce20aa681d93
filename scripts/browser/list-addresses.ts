import { readdir } from "node:fs/promises";
import path from "node:path";
import { compareCodeUnits } from "../lib/compare-code-units.ts";

/**
 * The addresses of all pages in a built site, from its root and without a prefix, by code unit:
 * `/about/`, `/404.html`. Empty where there is no such folder.
 */
export async function listAddresses(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => `/${file.replaceAll(path.sep, "/").replace(/(^|\/)index\.html$/, "$1")}`)
    .sort(compareCodeUnits);
}
