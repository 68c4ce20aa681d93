import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import { bytesOf, type FileContent } from "../file-content.ts";
import { writeFiles } from "../write-files.ts";

/** Enough to keep the disk busy, few enough never to run out of file handles. */
const width = 64;

/**
 * Writes those of `files` (paths with forward slashes) that differ from what is below `folder`, and
 * removes what is neither among them nor in `kept`.
 */
export async function syncFolder(
  folder: string,
  files: ReadonlyMap<string, FileContent>,
  kept: ReadonlySet<string>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const there = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll("\\", "/"));
  const changed = new Map(files);
  await pLimit(width).map(there, async (file) => {
    const place = path.join(folder, file);
    const content = files.get(file);
    if (content === undefined) {
      if (!kept.has(file)) await rm(place);
    } else if ((await readFile(place)).equals(bytesOf(content))) changed.delete(file);
  });
  await writeFiles(folder, changed);
}
