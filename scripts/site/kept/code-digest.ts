import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { isNodeError, runBounded, sha256 } from "../../lib/files.ts";
import { compareCodeUnits } from "../../lib/lists.ts";

const folders = ["scripts", "templates"];

/** The second lockfile is npm's own, of what is really installed. */
const files = [
  "eleventy.config.ts",
  "package.json",
  "package-lock.json",
  "node_modules/.package-lock.json",
  "tsconfig.json",
];

const width = 32;

/**
 * A hash of everything that decides what comes of content: our code, the templates, the dependencies
 * and Node. Results of one digest are not taken for those of another.
 *
 * @param root the project's folder, absolute
 */
export async function codeDigest(root: string): Promise<string> {
  const found = (await Promise.all(folders.map((folder) => filesBelow(root, folder)))).flat();
  const paths = [...files, ...found].sort(compareCodeUnits);
  const hashes = await runBounded(width, paths, async (file) => [
    file,
    await hashOf(path.join(root, file)),
  ]);
  return sha256(JSON.stringify([process.version, process.arch, process.platform, hashes]));
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), {
    recursive: true,
    withFileTypes: true,
  }).catch(missing([]));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function hashOf(file: string): Promise<string | undefined> {
  return readFile(file).then(sha256).catch(missing(undefined));
}

/** What is not there: the lockfile where another tool than npm installs, code where only content is checked. */
function missing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isNodeError(error, "ENOENT")) return value;
    throw error;
  };
}
