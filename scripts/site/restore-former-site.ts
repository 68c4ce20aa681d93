import { access, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { renameUnless } from "./rename-unless.ts";
import { formerPid, liveSite, workFolder, workPid } from "./site-folders.ts";

/**
 * Clears up after this build and after those that were killed: puts `_site.old-…` back where no
 * `_site` stands, and removes work folders. Those of other builds that still run are left alone.
 */
export async function restoreFormerSite(root: string): Promise<void> {
  const names = await readdir(root);
  for (const name of names) {
    const pid = workPid(name);
    if (pid !== undefined && hasEnded(pid)) await remove(path.join(root, name));
  }
  for (const name of names) {
    const pid = formerPid(name);
    if (pid === undefined || !hasEnded(pid)) continue;
    const former = path.join(root, name);
    if (!(await exists(liveSite(root))) && (await move(former, liveSite(root)))) continue;
    // Removed under another name: a kill must not leave half a site where a whole one is expected.
    const waste = workFolder(root, pid);
    if (await move(former, waste)) await remove(waste);
  }
}

/** Two builds that clear up at once come in each other's way, to no harm. */
function move(from: string, to: string): Promise<boolean> {
  return renameUnless(["ENOENT", "ENOTEMPTY", "EEXIST"], from, to);
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** This process clears up after itself; its number may be that of one that was killed. */
function hasEnded(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code !== "EPERM";
  }
}
