import { access, lstat, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { ifThere, isNodeError } from "../lib/files.ts";
import { EnvironmentFailure } from "../problems/problem.ts";

/** The folder that is published. */
export function liveSite(root: string): string {
  return path.join(root, "_site");
}

/**
 * Where the process with this id works: a sibling of `_site`, so that a rename suffices. What it
 * holds may be removed once that process has ended.
 */
export function workFolder(root: string, pid: number): string {
  return path.join(root, `${workPrefix}${pid}`);
}

/**
 * Where the build with this process id puts the site before it, between the two renames of a swap.
 * What stands under this name is always whole.
 */
function formerSite(root: string, pid: number): string {
  return path.join(root, `${formerPrefix}${pid}`);
}

const formerPrefix = "_site.old-";
const workPrefix = "_site.new-";

/** The process id in the name of a folder with this prefix, or undefined if it is not one. */
function pidAfter(prefix: string, name: string): number | undefined {
  const digits = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/**
 * Puts what `stage` writes into a new folder in the place of `_site`. When that fails or is killed, the
 * site before it stays whole.
 *
 * @throws EnvironmentFailure when `_site` is no folder
 */
export async function replaceSite<Result>(
  root: string,
  stage: (folder: string) => Promise<Result>,
): Promise<Result> {
  await assertOwnFolder(liveSite(root));
  await clearUp(root);
  const staging = path.join(workFolder(root, process.pid), "site");
  try {
    const result = await stage(staging);
    await swap(root, staging);
    return result;
  } finally {
    await clearUp(root);
  }
}

/** A swap would put a folder in the place of whatever stands at `live`. */
async function assertOwnFolder(live: string): Promise<void> {
  const there = await ifThere(lstat(live));
  if (!there || there.isDirectory()) return;
  throw new EnvironmentFailure(
    `${path.basename(live)} is ${there.isSymbolicLink() ? "a link" : "a file"} where the build puts a folder of its own — move it away and build again`,
  );
}

/**
 * Puts the staged site in the place of the one before it by two renames between siblings. A kill between
 * the two leaves the site before it whole as `_site.old-…`; `clearUp` puts it back. Of two builds at once
 * the one that ends last stays.
 */
async function swap(root: string, staging: string): Promise<void> {
  const live = liveSite(root);
  const former = formerSite(root, process.pid);
  let placed = false;
  for (let turn = 1; !placed; turn++) {
    await renameUnless(["ENOENT"], live, former);
    // Another build may have put its own site there between the two.
    placed = await renameUnless(["ENOTEMPTY", "EEXIST"], staging, live);
    const waste = path.join(workFolder(root, process.pid), `former-${turn}`);
    await renameUnless(["ENOENT"], former, waste);
  }
}

/**
 * Clears up after this build and after those that were killed: puts `_site.old-…` back where no
 * `_site` stands, and removes work folders. Those of other builds that still run are left alone.
 */
async function clearUp(root: string): Promise<void> {
  const names = await readdir(root);
  for (const name of names) {
    const pid = pidAfter(workPrefix, name);
    if (pid !== undefined && hasEnded(pid)) await remove(path.join(root, name));
  }
  for (const name of names) {
    const pid = pidAfter(formerPrefix, name);
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

/** Renames, and says whether it could: false where the system answers with one of `codes`. */
async function renameUnless(codes: readonly string[], from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isNodeError(error, ...codes)) return false;
    throw error;
  }
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
    return !isNodeError(error, "EPERM");
  }
}
