import { sha256 } from "../lib/sha256.ts";
import { formatBuildRecord } from "../outputs/format-build-record.ts";
import type { Settings } from "./settings.ts";

/**
 * The text of `build.json`, by which what is live can be checked.
 *
 * @param files every other file of the site that is written as it is: path below `_site/`, content
 * @param pictures the SHA-256 of every picture, by its path
 */
export function buildRecordOf(
  { commit, now }: Settings,
  files: ReadonlyMap<string, string | Uint8Array>,
  pictures: ReadonlyMap<string, string>,
): string {
  const hashes = [...files].map(([file, content]) => [file, sha256(content)] as const);
  return formatBuildRecord({
    commit: commit?.hash ?? null,
    ...(commit && { modified: commit.modified }),
    sourceDateEpoch: now / 1000,
    files: Object.fromEntries([...hashes, ...pictures]),
  });
}
