import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { isNodeError, runBounded, sha256 } from "../lib/files.ts";
import type { SiteFile } from "./site-file.ts";

/** Enough to keep the disk busy, few enough never to run out of file handles. */
const width = 64;

/** Writes `files` (paths with forward slashes) below `folder`, and gives the SHA-256 of each. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, SiteFile>,
): Promise<Map<string, string>> {
  makeFolders(folder, files.keys());
  const written = await runBounded(width, [...files], async ([file, content]) => {
    const bytes = content.bytes();
    await writeFile(path.join(folder, file), bytes);
    return [file, sha256(bytes)] as const;
  });
  return new Map(written);
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
