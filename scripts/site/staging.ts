import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "../lib/files.ts";
import type { SiteFile, SiteOutput } from "./site-file.ts";
import type { Tree, WrittenFile } from "./tree.ts";

/**
 * Where all files are put that a folder is to hold. Those that it does not hold are written into another
 * one, which then takes its place.
 */
export interface Staging extends SiteOutput {
  /** What was put, by path. */
  readonly files: ReadonlyMap<string, WrittenFile>;
}

/** A folder and the files that are known to be in it. */
interface KnownFolder {
  folder: string;
  tree: Tree;
}

/** What is staged, and an end to it. */
interface OpenStaging extends Staging {
  /** Whether the folder holds just what was put, so that nothing is staged. */
  holdsAll(): boolean;
  /** Brings into the staging folder all that is missing there, and removes all else. */
  complete(): Tree;
}

/**
 * @param live what the folder holds
 * @param claim gives the folder to write into, and what it holds; asked at the first difference
 */
export function openStaging(live: KnownFolder, claim: () => KnownFolder): OpenStaging {
  const files: Tree = new Map();
  let claimed: ReturnType<typeof changeable> | undefined;
  const staged = () => {
    claimed ??= changeable(claim());
    return claimed;
  };
  const heldBy = ({ tree }: { tree: Tree }, file: string, id: string | undefined) => {
    const held = tree.get(file);
    return held?.id === id ? held : undefined;
  };
  return {
    files,
    holds: (file, id) => heldBy(live, file, id) !== undefined,
    put(file, content) {
      const { id } = content;
      const held = heldBy(live, file, id) ?? heldBy(staged(), file, id);
      files.set(file, held ?? staged().write(file, content));
    },
    async read(file) {
      const put = files.get(file);
      const staged = claimed && heldBy(claimed, file, put?.id);
      const { folder } = claimed && staged ? claimed : live;
      const bytes = await readFile(path.join(folder, file));
      if (sha256(bytes) !== put?.hash) throw new Error(`${file} is not any more what was put`);
      return bytes;
    },
    holdsAll: () => claimed === undefined && files.size === live.tree.size,
    complete() {
      const { tree, keepOnly, link } = staged();
      keepOnly(new Set(files.keys()));
      for (const [file, { id }] of files) if (tree.get(file)?.id !== id) link(file, live);
      // From now on it is live.
      claimed = undefined;
      return tree;
    },
  };
}

/** Writes and removes files of a folder that is nobody else's. */
function changeable({ folder, tree }: KnownFolder) {
  const folders = foldersOf(tree.keys());
  const place = (name: string) => path.join(folder, name);

  const remove = (gone: (name: string) => boolean): void => {
    for (const file of [...tree.keys()].filter(gone)) {
      unlinkSync(place(file));
      tree.delete(file);
    }
    // Those below first.
    for (const below of [...folders].filter(gone).sort().reverse()) {
      rmdirSync(place(below));
      folders.delete(below);
    }
  };

  /** Each folder once: to ask for all above it as well takes three times as long. */
  const makeFolder = (name: string): void => {
    if (name === "." || folders.has(name)) return;
    makeFolder(path.posix.dirname(name));
    if (tree.has(name)) remove((file) => file === name);
    mkdirSync(place(name));
    folders.add(name);
  };

  /** Never into a file that stands there: it is a link to one that is live. */
  const makeRoom = (file: string): string => {
    if (tree.has(file)) unlinkSync(place(file));
    if (folders.has(file)) remove((name) => name === file || name.startsWith(`${file}/`));
    makeFolder(path.posix.dirname(file));
    return place(file);
  };

  return {
    folder,
    tree,
    keepOnly(files: ReadonlySet<string>) {
      const kept = foldersOf(files);
      remove((name) => !files.has(name) && !kept.has(name));
    },
    write(file: string, content: SiteFile): WrittenFile {
      const bytes = content.bytes();
      writeFileSync(makeRoom(file), bytes, { flag: "wx" });
      const hash = content.hash ?? sha256(bytes);
      const written = { id: content.id, hash, size: bytes.length };
      tree.set(file, written);
      return written;
    },
    /** A link spares the disk a file. */
    link(file: string, from: KnownFolder) {
      const [source, target] = [path.join(from.folder, file), makeRoom(file)];
      try {
        linkSync(source, target);
      } catch {
        // A disk that has no links.
        copyFileSync(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      }
      const { id, hash, size } = from.tree.get(file) as WrittenFile;
      tree.set(file, { id, hash, size });
    },
  };
}

/** All folders that files are in, but for the one that their paths lead from. */
function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const file of files) {
    let above = path.posix.dirname(file);
    while (above !== "." && !folders.has(above)) {
      folders.add(above);
      above = path.posix.dirname(above);
    }
  }
  return folders;
}
