import { access, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { formerSite, liveSite, stagingPid } from "./site-folders.ts";

/**
 * Clears up after a build that was killed: puts `_site.old` back where no `_site` stands, and
 * removes the staging folders of processes that are no more.
 */
export async function restoreFormerSite(root: string): Promise<void> {
  if (!(await exists(liveSite(root))) && (await exists(formerSite(root)))) {
    await rename(formerSite(root), liveSite(root));
  }
  for (const name of await readdir(root)) {
    const pid = stagingPid(name);
    if (pid !== undefined && (pid === process.pid || !isRunning(pid))) {
      await rm(path.join(root, name), { recursive: true, force: true });
    }
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
