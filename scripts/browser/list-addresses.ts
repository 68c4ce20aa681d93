import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { compareCodeUnits } from "../lib/compare-code-units.ts";

/**
 * The addresses of all pages in a built site, from its root and without a prefix, by code unit:
 * `/about/`, `/404.html`. What only leads on from an old address is no page. Empty where there is
 * no such folder.
 */
export async function listAddresses(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const addresses: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = path.join(entry.parentPath, entry.name);
    if (/http-equiv="?refresh/.test(await readFile(file, "utf8"))) continue;
    const below = path.relative(folder, file).replaceAll(path.sep, "/");
    addresses.push(`/${below.replace(/(^|\/)index\.html$/, "$1")}`);
  }
  return addresses.sort(compareCodeUnits);
}
