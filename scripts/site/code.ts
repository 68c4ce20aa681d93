import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { ifThere, runBounded, sha256 } from "../lib/files.ts";
import { compareCodeUnits } from "../lib/lists.ts";

/** What is loaded once in the life of a process. */
export const codeFolders = ["scripts"];

/** What decides besides; the second lockfile is npm's own, of what is really installed. */
export const codeFiles = [
  "eleventy.config.ts",
  "package.json",
  "package-lock.json",
  "node_modules/.package-lock.json",
  "tsconfig.json",
];

/** The digest of the code that this process runs, by the project's folder. */
const loadedCode = new Map<string, Promise<string>>();

/**
 * A hash of everything that decides what comes of content: our code, the templates, the dependencies
 * and Node. Results of one digest are not taken for those of another. Code that changes while a process
 * runs is not what the process runs: it is read once.
 *
 * @param root the project's folder, absolute
 */
export async function codeDigest(root: string): Promise<string> {
  const code = loadedCode.get(root) ?? filesDigest(root, codeFolders, codeFiles);
  loadedCode.set(root, code);
  const templates = await filesDigest(root, ["templates"], []);
  const parts = [process.version, process.arch, process.platform, await code, templates];
  return sha256(JSON.stringify(parts));
}

async function filesDigest(
  root: string,
  folders: readonly string[],
  files: readonly string[],
): Promise<string> {
  const found = (await Promise.all(folders.map((folder) => filesBelow(root, folder)))).flat();
  const paths = [...files, ...found].sort(compareCodeUnits);
  const hashes = await runBounded(32, paths, async (file) => {
    // The lockfile where another tool than npm installs, code where only content is checked.
    const bytes = await ifThere(readFile(path.join(root, file)));
    return [file, bytes && sha256(bytes)];
  });
  return sha256(JSON.stringify(hashes));
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = (await ifThere(readdir(path.join(root, folder), options))) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
