import { lstatSync } from "node:fs";
import { sha256 } from "../lib/files.ts";
import { openCache } from "../lib/store.ts";

/** What a file on the disk holds. */
export interface WrittenFile {
  /** See `SiteFile`. */
  id: string;
  /** In bytes. */
  size: number;
  sha256: string;
}

/**
 * What builds wrote into folders of their own. A file is known by its inode, size and time, as git
 * knows it: one that was touched since is not known, and is written anew.
 */
export interface WrittenFiles {
  /** What the file at `place` holds, if it is as it was written. */
  find(place: string): WrittenFile | undefined;
  /** To be called when a file was written. */
  note(place: string, written: Omit<WrittenFile, "size">): WrittenFile;
  /** Keeps what was found or noted in this run, and in the one before it. */
  save(): Promise<void>;
}

interface Known extends WrittenFile {
  /** When it was written, in ms since 1970 with fractions. */
  mtimeMs: number;
}

/** By inode. */
type Run = (readonly [ino: number, known: Known])[];

const key = sha256("written files");

/** Opens the notes of earlier runs, kept in `folder`; where they are damaged there are none. */
export async function openWrittenFiles(folder: string): Promise<WrittenFiles> {
  const cache = await openCache(folder);
  const bytes = await cache.read(key);
  const [last, lastButOne]: [Run, Run] = bytes ? JSON.parse(bytes.toString("utf8")) : [[], []];
  const earlier = new Map([...lastButOne, ...last]);
  const run = new Map<number, Known>();
  return {
    find(place) {
      const { ino, size, mtimeMs } = lstatSync(place);
      const known = earlier.get(ino);
      if (known?.size !== size || known.mtimeMs !== mtimeMs) return undefined;
      run.set(ino, known);
      return known;
    },
    note(place, written) {
      const { ino, size, mtimeMs } = lstatSync(place);
      const known = { ...written, size, mtimeMs };
      run.set(ino, known);
      return known;
    },
    async save() {
      await cache.write(key, Buffer.from(JSON.stringify([[...run], last])));
    },
  };
}
