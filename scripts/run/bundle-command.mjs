import { randomBytes } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { bundleCode } from "./bundle-code.mjs";
import { hashCode } from "./hash-code.mjs";
import { pruneBundles } from "./prune-bundles.mjs";
import { isSound, seal } from "./seal.mjs";

/**
 * A bundle of a command, from the cache where it is there and sound.
 *
 * @param {string} root the project's folder, absolute
 * @param {string} command its source, absolute
 * @returns the file to run; nothing where none could be written
 */
export async function bundleCommand(root, command) {
  const { name } = path.parse(command);
  const cache = path.join(root, ".cache/code");
  const folder = path.join(cache, `${name}-${hashCode(root)}`);
  const file = path.join(folder, `${name}.mjs`);
  if (await isSound(folder)) return file;
  const made = `${folder}.${randomBytes(8).toString("hex")}.tmp`;
  try {
    await mkdir(made, { recursive: true });
    await bundleCode(root, command, made);
    await seal(made);
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
    await pruneBundles(cache, folder);
    return file;
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    // Another process may have put the same bundle there in the meantime.
    return (await isSound(folder)) ? file : undefined;
  } finally {
    await rm(made, { recursive: true, force: true }).catch(() => {});
  }
}
