import { randomBytes } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { ifThere, isNodeError, sha256 } from "./files.ts";
import { pruneFolder } from "./store.ts";

/**
 * Many small results in few files, since thousands of files take longer to open than their results to
 * make. Each run adds one file with what was new in it; when half of what there is has not been used, or
 * the files are many, or one is damaged, a new one takes the place of all.
 */
interface Pack {
  /** The bytes kept under a key (a SHA-256); nothing where there are none or they are damaged. */
  read(key: string): Buffer | undefined;
  /** Goes to the disk at once, and can be read from there; kept for other runs by `save` alone. */
  write(key: string, bytes: Uint8Array): void;
  /** Keeps what was written, whole or not at all. What was read or written can still be read. */
  save(): Promise<void>;
  /** Forgets what was written and not saved. */
  discard(): Promise<void>;
}

/** More files than these take longer to open than one to write. */
const mostSegments = 16;

/** SCOPE.RANDOM, see `pruneFolder`. */
const segmentName = /^([0-9a-f]{64})\.[0-9a-f]{64}$/;

/**
 * Opens the pack that a cache folder holds for a scope: all that its results have in common, so that with
 * another scope there are none. Several processes may use one folder: files appear by renaming.
 *
 * @param limit bytes kept in the folder, of other scopes too
 * @throws what the disk throws, as do all methods of the pack
 */
export async function openPack(folder: string, scope: string, limit: number): Promise<Pack> {
  await mkdir(folder, { recursive: true });
  const scopeKey = sha256(`pack ${scope}`);
  const segments = await openSegments(folder, scopeKey);
  const kept = new Map<string, PackSegment>();
  for (const segment of segments.values()) {
    for (const key of segment.keys()) kept.set(key, segment);
  }
  const used = new Set<string>();
  const temporary = path.join(folder, `${scopeKey}.${randomBytes(8).toString("hex")}.tmp`);
  let added: GrowingSegment | undefined;
  let saved = false;
  let isDamaged = false;

  const read = (key: string): Buffer | undefined => {
    const bytes = added?.read(key) ?? kept.get(key)?.read(key);
    if (bytes) used.add(key);
    else isDamaged ||= kept.has(key);
    return bytes;
  };
  const write = (key: string, bytes: Uint8Array): void => {
    added ??= createSegment(temporary);
    added.write(key, bytes);
    used.add(key);
  };
  /** Whether much of what is kept was of no use. */
  const isWasteful = (): boolean => {
    const sizes = [...segments.values()].map(({ size }) => size);
    const useful = [...used].reduce((sum, key) => sum + (kept.get(key)?.sizeOf(key) ?? 0), 0);
    return sizes.reduce((sum, size) => sum + size, 0) > 2 * useful;
  };

  return {
    read,
    write,
    async save() {
      if (segments.size >= mostSegments || isDamaged || isWasteful()) {
        for (const key of used) {
          const bytes = added?.sizeOf(key) ? undefined : kept.get(key)?.read(key);
          if (bytes) write(key, bytes);
        }
        for (const name of segments.keys()) await rm(path.join(folder, name), { force: true });
        segments.clear();
      }
      if (added) {
        const name = `${scopeKey}.${randomBytes(32).toString("hex")}`;
        await rename(temporary, path.join(folder, name));
        segments.set(name, added);
      }
      saved = true;
      await touch(folder, segments.keys());
      await pruneFolder(folder, limit, segmentName, new Set(segments.keys()));
    },
    async discard() {
      if (!added || saved) return;
      added.close();
      await rm(temporary, { force: true });
    },
  };
}

async function openSegments(folder: string, scopeKey: string): Promise<Map<string, PackSegment>> {
  const segments = new Map<string, PackSegment>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (segmentName.exec(name)?.[1] !== scopeKey || !entry.isFile()) continue;
    try {
      segments.set(name, openSegment(path.join(folder, name)));
    } catch (error) {
      // Another process has put one file in the place of all since the folder was listed.
      if (!isNodeError(error, "ENOENT")) throw error;
    }
  }
  return segments;
}

/** Says that files were used: their time orders them for pruning and reaches no output. */
async function touch(folder: string, names: Iterable<string>): Promise<void> {
  const now = new Date();
  for (const name of names) {
    // Another process may have removed it.
    await ifThere(utimes(path.join(folder, name), now, now));
  }
}

/** One file of a pack, open: values after one another, each behind a head with its key and its hash. */
interface PackSegment {
  /** Bytes of the values, heads apart. */
  readonly size: number;
  keys(): Iterable<string>;
  /** Bytes of the value under a key; 0 where there is none. */
  sizeOf(key: string): number;
  /** The value under a key; nothing where there is none or it is damaged. */
  read(key: string): Buffer | undefined;
}

/** A segment that grows; it can be read meanwhile. */
interface GrowingSegment extends PackSegment {
  write(key: string, value: Uint8Array): void;
  close(): void;
}

interface Place {
  start: number;
  length: number;
  hash: string;
}

const hashBytes = 32;
/** The key, the value's hash, and its length in a 32-bit number. */
const headBytes = 2 * hashBytes + 4;

/**
 * Closes the files of segments that nobody can read any more: the preview opens some at every build, and
 * who reads a site last is not told beforehand.
 */
const unread = new FinalizationRegistry<number>(closeSync);

/**
 * Opens a segment. It stays open as long as it is known to somebody: its values are read whenever they
 * are wanted, even if another process removes the file meanwhile.
 *
 * @throws what the disk throws
 */
function openSegment(file: string): PackSegment {
  const descriptor = openSync(file, "r");
  const opened = segment(descriptor, placesIn(descriptor));
  unread.register(opened, descriptor);
  return opened;
}

/** Begins a segment in a new file. Throws what the disk throws, as does writing to it. */
function createSegment(file: string): GrowingSegment {
  const descriptor = openSync(file, "wx+");
  const places = new Map<string, Place>();
  let end = 0;
  const created: GrowingSegment = {
    ...segment(descriptor, places),
    get size() {
      return end - places.size * headBytes;
    },
    write(key, value) {
      const place = { start: end + headBytes, length: value.length, hash: sha256(value) };
      writeFileSync(descriptor, Buffer.concat([headOf(key, place), value]));
      places.set(key, place);
      end = place.start + place.length;
    },
    close() {
      unread.unregister(places);
      closeSync(descriptor);
    },
  };
  unread.register(created, descriptor, places);
  return created;
}

function segment(descriptor: number, places: ReadonlyMap<string, Place>): PackSegment {
  return {
    get size() {
      return [...places.values()].reduce((sum, { length }) => sum + length, 0);
    },
    keys: () => places.keys(),
    sizeOf: (key) => places.get(key)?.length ?? 0,
    read(key) {
      const place = places.get(key);
      if (!place) return undefined;
      const value = Buffer.allocUnsafe(place.length);
      const length = readSync(descriptor, value, 0, place.length, place.start);
      return length === place.length && sha256(value) === place.hash ? value : undefined;
    },
  };
}

/** Where the values of a file lie; of a damaged one, those that can be found. */
function placesIn(descriptor: number): Map<string, Place> {
  const places = new Map<string, Place>();
  const { size } = fstatSync(descriptor);
  const head = Buffer.alloc(headBytes);
  for (let at = 0; at + headBytes <= size; ) {
    readSync(descriptor, head, 0, headBytes, at);
    const start = at + headBytes;
    const length = head.readUInt32LE(2 * hashBytes);
    if (start + length > size) break;
    const hash = head.toString("hex", hashBytes, 2 * hashBytes);
    places.set(head.toString("hex", 0, hashBytes), { start, length, hash });
    at = start + length;
  }
  return places;
}

function headOf(key: string, { length, hash }: Place): Buffer {
  const head = Buffer.alloc(headBytes);
  head.write(key, "hex");
  head.write(hash, hashBytes, "hex");
  head.writeUInt32LE(length, 2 * hashBytes);
  return head;
}
