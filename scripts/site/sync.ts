import { mkdirSync } from "node:fs";
import { readdir, rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { ifThere, isNodeError, putFile, runBounded, sha256 } from "../lib/files.ts";
import { makePictures, type PlannedPicture } from "../photos/make.ts";

/** Told how far a long step has come: its name, and how many of how many parts are done. */
export type Progress = (label: string, done: number, total: number) => void;

/** A file of the site before it is written. */
export interface SiteFile {
  /** Says which bytes they are without making them: the same id, the same bytes. */
  id: string;
  /** Made each time that they are asked for, so that never all pages stand in memory with their styles. */
  bytes(): Uint8Array;
}

/** A file that is there already; a text is written in UTF-8. */
export function siteFile(content: string | Uint8Array): SiteFile {
  return {
    id: sha256(content),
    bytes: () => (typeof content === "string" ? Buffer.from(content) : content),
  };
}

/** Keeps files in memory. */
export function memoryOutput() {
  const files = new Map<string, SiteFile>();
  return {
    files,
    holds: () => false,
    put: (path: string, file: SiteFile) => void files.set(path, file),
    read: async (path: string) => files.get(path)?.bytes() ?? Buffer.alloc(0),
  };
}

/** What a folder is to hold. */
export interface FolderContents {
  /** By path with forward slashes. */
  files: ReadonlyMap<string, SiteFile>;
  pictures: readonly PlannedPicture[];
}

/** What was written. */
interface WrittenFolder {
  /** The SHA-256 of each file, pictures among them, by its path. */
  hashes: ReadonlyMap<string, string>;
  bytes: number;
  /** Pictures that were made anew; the others came from the cache. */
  made: number;
}

/**
 * Writes files below `folder`: first the pictures, then the pages that show them.
 *
 * @param root the project's folder, whose cache has the pictures that were made before
 * @param former a folder that may hold the same files, see `putFile`
 */
export async function writeFolder(
  folder: string,
  { files, pictures }: FolderContents,
  root: string,
  progress: Progress,
  former?: string,
): Promise<WrittenFolder> {
  makeFolders(
    folder,
    pictures.map(({ path: file }) => file),
  );
  const hashes = new Map<string, string>();
  let bytes = 0;
  const made = await makePictures({
    pictures,
    cache: path.join(root, ".cache/photos"),
    async put({ path: file }, data) {
      await putFile(path.join(folder, file), data, former && path.join(former, file));
      hashes.set(file, sha256(data));
      bytes += data.length;
    },
    onProgress({ done, total, made: anew }) {
      // Those in the cache are copied in a moment.
      if (anew > 0) progress("Photographs and cards", done, total);
    },
  });
  const written = await writeFiles(folder, files, former);
  return {
    hashes: new Map([...hashes, ...written.hashes]),
    bytes: bytes + written.bytes,
    made,
  };
}

/** Enough to keep the disk busy, few enough never to run out of file handles. */
const width = 64;

async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, SiteFile>,
  former: string | undefined,
) {
  makeFolders(folder, files.keys());
  let bytes = 0;
  const hashes = await runBounded(width, [...files], async ([file, content]) => {
    const data = content.bytes();
    await putFile(path.join(folder, file), data, former && path.join(former, file));
    bytes += data.length;
    return [file, sha256(data)] as const;
  });
  return { hashes, bytes };
}

/** Each folder once, those above first: to ask for all above it as well takes three times as long. */
function makeFolders(folder: string, files: Iterable<string>): void {
  mkdirSync(folder, { recursive: true });
  const made = new Set<string>();
  for (const file of files) {
    const names = file.split("/").slice(0, -1);
    names.forEach((_, depth) => {
      const below = names.slice(0, depth + 1).join("/");
      if (!made.has(below)) makeFolder(path.join(folder, below));
      made.add(below);
    });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isNodeError(error, "EEXIST")) throw error;
  }
}

/**
 * A function that brings a folder, which is nobody else's, to hold exactly what it is told, again and
 * again. Only what has changed is written, and what is gone is removed last: until a page is there the
 * one before it stays, however long its photographs take.
 */
export function syncedFolder(
  folder: string,
  root: string,
  progress: Progress,
): (contents: FolderContents) => Promise<void> {
  /** The id of each file in it; undefined where nobody knows, at first and after a failing disk. */
  let held: ReadonlyMap<string, string> | undefined;
  return async ({ files, pictures }) => {
    const before = held ?? new Map((await filesIn(folder)).map((file) => [file, ""]));
    held = undefined;
    const wanted = new Map([
      ...[...files].map(([file, { id }]) => [file, id] as const),
      ...pictures.map((picture) => [picture.path, picture.key] as const),
    ]);
    const changed = {
      files: new Map([...files].filter(([file, { id }]) => before.get(file) !== id)),
      pictures: pictures.filter((picture) => before.get(picture.path) !== picture.key),
    };
    try {
      await writeFolder(folder, changed, root, progress);
    } catch (error) {
      if (!isNodeError(error, "ENOTDIR", "EISDIR", "EEXIST")) throw error;
      // A file stood where a folder must be, or the other way round.
      await rm(folder, { recursive: true });
      await writeFolder(folder, { files, pictures }, root, progress);
    }
    for (const file of before.keys()) if (!wanted.has(file)) await removeFile(folder, file);
    held = wanted;
  };
}

/** Whatever is no folder, by its path with forward slashes. */
async function filesIn(folder: string): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = (await ifThere(readdir(folder, options))) ?? [];
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, "/"));
}

/** With the folders that are empty without it. */
async function removeFile(folder: string, file: string): Promise<void> {
  try {
    await rm(path.join(folder, file));
    for (let above = path.dirname(file); above !== "."; above = path.dirname(above)) {
      await rmdir(path.join(folder, above));
    }
  } catch (error) {
    if (!isNodeError(error, "ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR", "ERR_FS_EISDIR"))
      throw error;
  }
}
