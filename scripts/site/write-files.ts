import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";

/** Enough to keep the disk busy, few enough never to run out of file handles. */
const width = 64;

/** Writes `files` (paths with forward slashes) below `folder`; every folder is made once. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const folders = new Set([...files.keys()].map((file) => path.dirname(path.join(folder, file))));
  for (const made of folders) await mkdir(made, { recursive: true });
  const limit = pLimit(width);
  await limit.map(files, ([file, content]) => writeFile(path.join(folder, file), content));
}
