import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isNodeError } from "../lib/is-node-error.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Fault } from "./fault.ts";
import { limits } from "./limits.ts";
import { measureBytes } from "./measure-bytes.ts";
import type { MeasureCache } from "./measure-cache.ts";
import type { Original } from "./original.ts";
import { photoFault } from "./photo-fault.ts";

/** A sound original, or the one thing that is wrong with the file. */
export type Inspection = { original: Original; fault?: never } | { original?: never; fault: Fault };

/**
 * Looks at one original: size on disk, then its bytes, from the cache where the same bytes were found
 * sound before. `path` is from `root`, with forward slashes.
 * The whole file is read at once, so that what is hashed is what is decoded. Throws on a failing disk and on missing permissions.
 */
export async function inspectOriginal(
  root: string,
  path: string,
  cache: MeasureCache,
): Promise<Inspection> {
  const bytes = await readOriginal(join(root, path), path);
  if (!Buffer.isBuffer(bytes)) return { fault: bytes };
  const kept = await cache.read(sha256(bytes));
  if (kept !== undefined) return { original: { path, ...kept } };
  const { measure, fault } = await measureBytes(bytes, path);
  if (fault !== undefined) return { fault };
  await cache.write(measure);
  return { original: { path, ...measure } };
}

async function readOriginal(file: string, path: string): Promise<Buffer | Fault> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return photoFault("photo-not-a-file", { path, kind: "a folder" });
    if (!found.isFile()) {
      return photoFault("photo-not-a-file", { path, kind: "no ordinary file" });
    }
    if (found.size === 0) return photoFault("photo-empty", { path });
    if (found.size > limits.bytes) {
      const size = `${Math.ceil(found.size / 1e6)} MB`;
      return photoFault("photo-too-large", { path, size, limit: `${limits.bytes / 1e6} MB` });
    }
    return await readFile(file);
  } catch (error) {
    if (isNodeError(error, "ENOENT", "ENOTDIR")) return photoFault("photo-missing", { path });
    throw error;
  }
}
