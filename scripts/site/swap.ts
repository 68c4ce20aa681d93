import path from "node:path";
import { renameUnless } from "./rename-unless.ts";
import { formerSite, liveSite, workFolder } from "./site-folders.ts";
import { keepSpareSite } from "./take-spare-site.ts";

/**
 * Puts the staged site in the place of the one before it by two renames between siblings, and that
 * one aside for the next build. A kill between the two leaves the site before it whole as `_site.old-…`;
 * `restoreFormerSite` puts it back. Of two builds at once the one that ends last stays.
 */
export async function swap(root: string, staging: string): Promise<void> {
  const live = liveSite(root);
  const former = formerSite(root, process.pid);
  let placed = false;
  for (let turn = 1; !placed; turn++) {
    await renameUnless(["ENOENT"], live, former);
    // Another build may have put its own site there between the two.
    placed = await renameUnless(["ENOTEMPTY", "EEXIST"], staging, live);
    const waste = path.join(workFolder(root, process.pid), `former-${turn}`);
    if (await renameUnless(["ENOENT"], former, waste)) await keepSpareSite(root, waste);
  }
}
