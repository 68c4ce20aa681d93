import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What decides what a bundle holds, besides `scripts/`: the lockfile has esbuild's version. */
const files = ["eleventy.config.ts", "package.json", "package-lock.json", "tsconfig.json"];

/**
 * A hash of the code, and of where it lies, which is written into the bundle.
 *
 * @param {string} root the project's folder, absolute
 */
export function hashCode(root) {
  const scripts = readdirSync(path.join(root, "scripts"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[mc]?[jt]s$/.test(file))
    .sort()
    .map((file) => `scripts/${file}`);
  const hash = createHash("sha256").update(`${root}\n${process.version}\n`);
  for (const file of [...files, ...scripts])
    hash.update(`${file}\n`).update(read(path.join(root, file)));
  return hash.digest("hex");
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    // A copy of the project may do without a lockfile.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
