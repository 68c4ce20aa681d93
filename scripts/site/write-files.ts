import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { isNodeError } from "../lib/is-node-error.ts";
import { runBounded } from "../lib/run-bounded.ts";
import { sha256 } from "../lib/sha256.ts";
import { bytesOf, type FileContent } from "./file-content.ts";

/** A file that was written. */
export interface WrittenFile {
  /** In bytes. */
  size: number;
  sha256: string;
}

/** Enough to keep the disk busy, few enough never to run out of file handles. */
const width = 64;

/** Writes `files` (paths with forward slashes) below `folder`, and says what was written by path. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, FileContent>,
): Promise<Map<string, WrittenFile>> {
  await makeFolders(folder, files.keys());
  const written = await runBounded(width, [...files], async ([file, content]) => {
    const bytes = bytesOf(content);
    await writeFile(path.join(folder, file), bytes);
    return [file, { size: bytes.length, sha256: sha256(bytes) }] as const;
  });
  return new Map(written);
}

/** Each folder once, those above before those below: to ask for all above it takes three times as long. */
async function makeFolders(folder: string, files: Iterable<string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const byDepth: Set<string>[] = [];
  for (const file of files) {
    const names = file.split("/").slice(0, -1);
    names.forEach((_, depth) => {
      byDepth[depth] ??= new Set();
      byDepth[depth].add(names.slice(0, depth + 1).join("/"));
    });
  }
  for (const folders of byDepth) {
    await runBounded(width, [...folders], (below) => makeFolder(path.join(folder, below)));
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch((error: unknown) => {
    if (!isNodeError(error, "EEXIST")) throw error;
  });
}
