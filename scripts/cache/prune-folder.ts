import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isNodeError } from "../lib/is-node-error.ts";

/** A temporary file this old belongs to a process that was killed, not to one that is writing. */
const staleAfterMilliseconds = 60 * 60 * 1000;

const temporaryName = /^[0-9a-f]{64}\.[0-9a-f]{16}\.tmp$/;

/**
 * Removes entries (files whose names match `entry`), used longest ago first, until at most `limit` bytes
 * are left, and what killed processes left behind. Keeps the names in `keep`, whatever their size, and
 * touches no other file.
 */
export async function pruneFolder(
  folder: string,
  limit: number,
  entry: RegExp,
  keep: ReadonlySet<string>,
): Promise<void> {
  const entries: { name: string; size: number; usedAt: number }[] = [];
  for (const name of await readdir(folder)) {
    const isEntry = entry.test(name);
    if (!isEntry && !temporaryName.test(name)) continue;
    const found = await statIfThere(join(folder, name));
    if (found === undefined || !found.isFile()) continue;
    if (isEntry) entries.push({ name, size: found.size, usedAt: found.mtimeMs });
    else if (Date.now() - found.mtimeMs > staleAfterMilliseconds) await remove(folder, name);
  }
  let total = entries.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of entries.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limit) break;
    if (keep.has(name)) continue;
    await remove(folder, name);
    total -= size;
  }
}

async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    // Another process prunes the same folder.
    if (isNodeError(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function remove(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
}
