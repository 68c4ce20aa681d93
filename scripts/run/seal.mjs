import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** Holds the hash of each of the other files. */
const name = "seal.json";

/**
 * Notes what a folder holds, so that it can be told later whether it is whole.
 *
 * @param {string} folder
 */
export async function seal(folder) {
  await writeFile(path.join(folder, name), JSON.stringify(await hashes(folder)));
}

/**
 * Whether a folder holds what it held when it was sealed.
 *
 * @param {string} folder
 */
export async function isSound(folder) {
  try {
    return (
      (await readFile(path.join(folder, name), "utf8")) === JSON.stringify(await hashes(folder))
    );
  } catch {
    // Not there, or not to be read: it is made anew.
    return false;
  }
}

/** @param {string} folder */
async function hashes(folder) {
  const files = (await readdir(folder)).filter((file) => file !== name).sort();
  return Promise.all(
    files.map(async (file) => [
      file,
      createHash("sha256")
        .update(await readFile(path.join(folder, file)))
        .digest("hex"),
    ]),
  );
}
