import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { sha256 } from "../../lib/files.ts";
import { openCache } from "../../lib/store.ts";

/**
 * Gives what `make` gives for an input, or what it gave for the same input in an earlier build. What is
 * made must follow from its name and the input alone, and be plain data, bytes among it.
 */
export type KeepResult = <Result>(
  name: string,
  input: unknown,
  make: () => Result | Promise<Result>,
) => Promise<Result>;

/** Bytes of results kept for other inputs and versions of the code. */
const limit = 2 ** 24;

/**
 * Opens what earlier builds made that takes long and hardly ever changes: fonts, the map, icons.
 *
 * @param root the project's folder, absolute
 * @param code see `codeDigest`
 */
export async function openKeptResults(root: string, code: string): Promise<KeepResult> {
  const cache = await openCache(path.join(root, ".cache/results"));
  await cache.prune(limit);
  return async (name, input, make) => {
    const key = sha256(JSON.stringify([code, name, input]));
    const bytes = await cache.read(key);
    if (bytes) return deserialize(bytes);
    const made = await make();
    await cache.write(key, serialize(made));
    return made;
  };
}
