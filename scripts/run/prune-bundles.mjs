import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

/** A preview that still runs may load parts of an older bundle. */
const keptFor = 24 * 60 * 60 * 1000;

/**
 * Removes bundles of earlier code, made more than a day ago.
 *
 * @param {string} cache the folder of all bundles
 * @param {string} current the one that stays
 */
export async function pruneBundles(cache, current) {
  for (const name of await readdir(cache)) {
    const folder = path.join(cache, name);
    if (folder === current || !/^[a-z-]+-[0-9a-f]{64}(?:\.[0-9a-f]{16}\.tmp)?$/.test(name))
      continue;
    // This clock reaches no output.
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > keptFor) await rm(folder, { recursive: true, force: true });
  }
}
