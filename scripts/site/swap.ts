import { rename, rm } from "node:fs/promises";
import { formerSite, liveSite } from "./site-folders.ts";

/**
 * Puts the staged site in the place of the one before it by two renames between siblings.
 * A kill between the two leaves the site before it whole as `_site.old`; `restoreFormerSite`
 * puts it back.
 */
export async function swap(root: string, staging: string): Promise<void> {
  const live = liveSite(root);
  const former = formerSite(root);
  await rm(former, { recursive: true, force: true });
  await renameIfThere(live, former);
  await rename(staging, live);
  await rm(former, { recursive: true, force: true });
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
