import { sha256 } from "../lib/sha256.ts";
import { openCache } from "./open-cache.ts";

/**
 * Many small results in one file, since thousands of files take longer to open than their results to
 * make. All that was read or written in a run is kept for the next, and nothing else.
 */
export interface Pack {
  /** The bytes kept under a key (a SHA-256), if there are any. */
  read(key: string): Buffer | undefined;
  write(key: string, bytes: Uint8Array): void;
  /** Keeps the pack for the next run; whole or not at all. */
  save(): Promise<void>;
}

const keyBytes = 32;
/** The key, and the length of the value in a 32-bit number. */
const headBytes = keyBytes + 4;

/**
 * Opens the pack that a cache folder holds for a scope: all that its results have in common, so that with
 * another scope there are none. A pack that is damaged is not there.
 *
 * @param limit bytes of packs kept for other scopes
 */
export async function openPack(folder: string, scope: string, limit: number): Promise<Pack> {
  const cache = await openCache(folder);
  const file = sha256(`pack ${scope}`);
  const kept = readEntries(await cache.read(file));
  const used = new Map<string, Uint8Array>();
  let written = false;
  return {
    read(key) {
      const bytes = kept.get(key);
      if (bytes !== undefined) used.set(key, bytes);
      return bytes;
    },
    write(key, bytes) {
      used.set(key, bytes);
      written = true;
    },
    async save() {
      if (written || used.size !== kept.size) await cache.write(file, encode(used));
      await cache.prune(limit);
    },
  };
}

function readEntries(bytes: Buffer | undefined): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  for (let at = 0; bytes !== undefined && at < bytes.length; ) {
    const start = at + headBytes;
    const end = start + bytes.readUInt32LE(at + keyBytes);
    entries.set(bytes.toString("hex", at, at + keyBytes), bytes.subarray(start, end));
    at = end;
  }
  return entries;
}

function encode(entries: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Uint8Array[] = [];
  for (const [key, bytes] of entries) {
    const head = Buffer.alloc(headBytes);
    head.write(key, "hex");
    head.writeUInt32LE(bytes.length, keyBytes);
    parts.push(head, bytes);
  }
  return Buffer.concat(parts);
}
