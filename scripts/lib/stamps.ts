import { statSync } from "node:fs";
import { isNodeError } from "./files.ts";

/** FAT tells the time in steps of two seconds, https://learn.microsoft.com/windows/win32/sysinfo/file-times; in ns. */
const coarsestClock = 2_000_000_000n;

/**
 * What says of a file or folder, without reading it, that it is as it was: size, times and inode, as in
 * git's index. Undefined where there is nothing, and for what changed just now: if it changed once more
 * within a tick of the disk's clock its stamp would be the same, https://git-scm.com/docs/racy-git. Whoever
 * has no stamp reads.
 *
 * Not a promise: of ten thousand files those take five times as long.
 *
 * @throws what the disk throws
 */
export function stampOf(path: string): string | undefined {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
    const changed = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
    const settled = BigInt(Date.now()) * 1_000_000n - changed > coarsestClock;
    return settled ? `${size} ${mtimeNs} ${ctimeNs} ${ino}` : undefined;
  } catch (error) {
    if (isNodeError(error, "ENOENT", "ENOTDIR", "ELOOP")) return undefined;
    throw error;
  }
}
