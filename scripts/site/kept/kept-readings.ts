import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { sha256 } from "../../lib/files.ts";
import type { Remember } from "../../lib/lists.ts";
import { openPack } from "../../lib/pack.ts";

/** What was read from content files in earlier runs, and in this one for later ones. */
export interface KeptReadings {
  remember: Remember;
  save(): Promise<void>;
  /** Forgets what was read and not saved. */
  discard(): Promise<void>;
}

/** Bytes of readings kept for other versions of the code. */
const packLimit = 2 ** 28;

/**
 * Opens what was read in earlier runs.
 *
 * @param root the project's folder, absolute
 * @param code see `codeDigest`
 */
export async function openKeptReadings(root: string, code: string): Promise<KeptReadings> {
  const pack = await openPack(path.join(root, ".cache/readings"), code, packLimit);
  return {
    remember(name, input, make) {
      const key = sha256(`${name} ${input}`);
      const bytes = pack.read(key);
      if (bytes) return deserialize(bytes);
      const made = make();
      pack.write(key, serialize(made));
      return made;
    },
    save: () => pack.save(),
    discard: () => pack.discard(),
  };
}
