import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isNodeError, sha256 } from "../lib/files.ts";
import { readRecord, writeRecord } from "../lib/record.ts";
import { stampOf } from "../lib/stamps.ts";

/** A file that was written. */
export interface WrittenFile {
  /** See `SiteFile`. */
  id: string;
  /** SHA-256 of its bytes. */
  hash: string;
  size: number;
  /** See `stampOf`; without one it is read before it is trusted. */
  stamp?: string | undefined;
}

/** The files of a folder by their paths in it, with forward slashes. No folder in it is empty. */
export type Tree = Map<string, WrittenFile>;

/** What there is of a tree. */
interface FoundTree {
  /** Files that are as they were recorded. */
  tree: Tree;
  /** Whether the folder holds all of what was recorded and nothing else. */
  whole: boolean;
  /** Whether a file was read and has a stamp that is not recorded yet. */
  read: boolean;
}

/** Holds a folder against what was recorded of it. Only files whose stamps are not the recorded ones are read. */
export function findTree(folder: string, recorded: Tree): FoundTree {
  const tree: Tree = new Map();
  let [whole, read] = [true, false];
  const look = (below: string) => {
    const entries = readdirSync(path.join(folder, below), { withFileTypes: true });
    if (entries.length === 0) whole = false;
    for (const entry of entries) {
      const name = below + entry.name;
      const was = entry.isFile() ? recorded.get(name) : undefined;
      const is = was && asRecorded(path.join(folder, name), was);
      if (is) tree.set(name, is);
      if (is !== was) read = true;
      if (entry.isDirectory()) look(`${name}/`);
      else if (!is) whole = false;
    }
  };
  try {
    look("");
  } catch (error) {
    // There is nothing, or somebody is taking it away.
    if (!isNodeError(error, "ENOENT", "ENOTDIR")) throw error;
  }
  return { tree, whole: whole && tree.size === recorded.size, read };
}

function asRecorded(place: string, file: WrittenFile): WrittenFile | undefined {
  const stamp = stampOf(place);
  if (stamp && stamp === file.stamp) return file;
  if (lstatSync(place).size !== file.size || sha256(readFileSync(place)) !== file.hash) return;
  return stamp ? { ...file, stamp } : file;
}

/** What is recorded of a tree: nothing where there is no record, or one that is damaged. */
export function readTree(file: string): { tree: Tree; mark: string } {
  const { mark, value } = readRecord<[string, WrittenFile][]>(file);
  return { mark, tree: new Map(value) };
}

/** Records a tree, and gives the mark of the record. */
export function writeTree(file: string, tree: Tree): string {
  return writeRecord(file, [...tree]);
}
