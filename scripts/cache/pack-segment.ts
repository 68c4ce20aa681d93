import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import { sha256 } from "../lib/sha256.ts";

/** One file of a pack, open: values after one another, each behind a head with its key and its hash. */
export interface PackSegment {
  /** Bytes of the values, heads apart. */
  readonly size: number;
  keys(): Iterable<string>;
  /** Bytes of the value under a key; 0 where there is none. */
  sizeOf(key: string): number;
  /** The value under a key; nothing where there is none or it is damaged. */
  read(key: string): Buffer | undefined;
}

/** A segment that grows; it can be read meanwhile. */
export interface GrowingSegment extends PackSegment {
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
 * Opens a segment. It stays open until the process ends: its values are read whenever they are wanted,
 * even if another process removes the file meanwhile.
 *
 * @throws what the disk throws
 */
export function openSegment(file: string): PackSegment {
  const descriptor = openSync(file, "r");
  return segment(descriptor, placesIn(descriptor));
}

/** Begins a segment in a new file. Throws what the disk throws, as does writing to it. */
export function createSegment(file: string): GrowingSegment {
  const descriptor = openSync(file, "wx+");
  const places = new Map<string, Place>();
  let end = 0;
  return {
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
    close: () => closeSync(descriptor),
  };
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
