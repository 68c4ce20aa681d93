import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Every file below `folder` with the SHA-256 of its bytes, by path: equal for equal folders. */
export async function folderDigest(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const digests: Record<string, string> = {};
  for (const file of files) {
    const bytes = await readFile(path.join(folder, file));
    digests[file] = createHash("sha256").update(bytes).digest("hex");
  }
  return digests;
}
