import { mkdir } from "node:fs/promises";
import path from "node:path";
import { renameUnless } from "./rename-unless.ts";
import { spareSite } from "./site-folders.ts";

/**
 * Takes the site before the last one for a new one to be made of, since most of it stays as it is. Of
 * two builds at once one gets it; where it cannot be renamed, a new one is made from nothing.
 */
export async function takeSpareSite(root: string, staging: string): Promise<void> {
  await mkdir(path.dirname(staging), { recursive: true });
  await renameUnless(["ENOENT", "EXDEV"], spareSite(root), staging);
}

/** Puts a site that was replaced where the next build takes it from. */
export async function keepSpareSite(root: string, former: string): Promise<void> {
  await renameUnless(["ENOENT", "EXDEV", "ENOTEMPTY", "EEXIST"], former, spareSite(root));
}
