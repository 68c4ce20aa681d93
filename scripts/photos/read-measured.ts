import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../lib/sha256.ts";

/**
 * The bytes of an original that was measured when the build began.
 *
 * @param root the project's, from which `path` leads
 * @throws Error where it is another one now, and what the disk throws
 */
export async function readMeasured(
  root: string,
  { path, sha256: measured }: { path: string; sha256: string },
): Promise<Buffer> {
  const original = await readFile(join(root, path));
  if (sha256(original) === measured) return original;
  throw new Error(`${path} changed while the site was being built; build again`);
}
