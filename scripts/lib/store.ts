import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ZodType } from "zod";
import { ifThere, sha256 } from "./files.ts";

/** A folder of results by the key of what they were made from. Safe to delete, never trusted unread. */
export interface Cache {
  /** The bytes kept under a key (a SHA-256), or nothing where there are none or they are damaged. */
  read(key: string): Promise<Buffer | undefined>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Removes what was used longest ago until at most `limit` bytes are left; never what this run used. */
  prune(limit: number): Promise<void>;
}

/** KEY.CONTENT: an entry carries the hash of its own bytes, so one rename puts both in place at once. */
const entryName = /^([0-9a-f]{64})\.[0-9a-f]{64}$/;

/**
 * Opens a cache folder, made where it is missing. Files that are no entries are left alone and not read.
 * Several processes may use one folder: entries appear by renaming and hold the same bytes for a key.
 * Throws what the disk throws (no room, no permission).
 */
export async function openCache(folder: string): Promise<Cache> {
  await mkdir(folder, { recursive: true });
  const names = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const key = entryName.exec(entry.name)?.[1];
    if (key !== undefined && entry.isFile()) names.set(key, entry.name);
  }
  const used = new Set<string>();

  async function read(key: string): Promise<Buffer | undefined> {
    const name = names.get(key);
    if (name === undefined) return undefined;
    const path = join(folder, name);
    // Another process may have pruned the entry since the folder was listed.
    const bytes = await ifThere(readFile(path));
    if (bytes === undefined) return undefined;
    if (`${key}.${sha256(bytes)}` !== name) {
      names.delete(key);
      await rm(path, { force: true });
      return undefined;
    }
    // The one look at the clock: it orders entries for pruning and reaches no output.
    const now = new Date();
    await ifThere(utimes(path, now, now));
    used.add(name);
    return bytes;
  }

  async function write(key: string, bytes: Uint8Array): Promise<void> {
    const name = `${key}.${sha256(bytes)}`;
    const temporary = join(folder, `${key}.${randomBytes(8).toString("hex")}.tmp`);
    await writeFile(temporary, bytes, { flag: "wx" });
    await rename(temporary, join(folder, name));
    const former = names.get(key);
    if (former !== undefined && former !== name) await rm(join(folder, former), { force: true });
    names.set(key, name);
    used.add(name);
  }

  return { read, write, prune: (limit) => pruneFolder(folder, limit, used) };
}

/** Small results of one kind, as JSON in a cache folder. */
interface Results<T> {
  read(key: string): Promise<T | undefined>;
  write(key: string, result: T): Promise<void>;
}

/**
 * Opens a cache folder of results, pruned to `limit` bytes. What does not read as `schema` says is none.
 * Throws what the disk throws.
 */
export async function openResults<T>(
  folder: string,
  schema: ZodType<T>,
  limit: number,
): Promise<Results<T>> {
  const cache = await openCache(folder);
  await cache.prune(limit);
  return {
    async read(key) {
      const bytes = await cache.read(key);
      if (bytes === undefined) return undefined;
      try {
        return schema.safeParse(JSON.parse(bytes.toString("utf8"))).data;
      } catch (error) {
        if (error instanceof SyntaxError) return undefined;
        throw error;
      }
    },
    write: (key, result) => cache.write(key, Buffer.from(JSON.stringify(result))),
  };
}

/** A temporary file this old belongs to a process that was killed, not to one that is writing. */
const staleAfterMilliseconds = 60 * 60 * 1000;

const temporaryName = /^[0-9a-f]{64}\.[0-9a-f]{16}\.tmp$/;

/**
 * Removes entries, used longest ago first, until at most `limit` bytes
 * are left, and what killed processes left behind. Keeps the names in `keep`, whatever their size, and
 * touches no other file.
 */
async function pruneFolder(
  folder: string,
  limit: number,
  keep: ReadonlySet<string>,
): Promise<void> {
  const entries: { name: string; size: number; usedAt: number }[] = [];
  for (const name of await readdir(folder)) {
    const isEntry = entryName.test(name);
    if (!isEntry && !temporaryName.test(name)) continue;
    // Another process may prune the same folder.
    const found = await ifThere(stat(join(folder, name)));
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

async function remove(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
}
