import { formatBuildRecord } from "../outputs/small-texts.ts";
import type { Settings } from "./settings.ts";
import type { WrittenFile } from "./written-files.ts";

/**
 * The text of `build.json`, by which what is live can be checked.
 *
 * @param files every other file of the site, but for pictures, by its path below `_site/`
 * @param pictures the SHA-256 of every picture, by its path
 */
export function buildRecordOf(
  { commit, now }: Settings,
  files: ReadonlyMap<string, WrittenFile>,
): string {
  const hashes = [...files].map(([file, { sha256 }]) => [file, sha256] as const);
  return formatBuildRecord({
    commit: commit?.hash ?? null,
    ...(commit && { modified: commit.modified }),
    sourceDateEpoch: now / 1000,
    files: Object.fromEntries(hashes),
  });
}
