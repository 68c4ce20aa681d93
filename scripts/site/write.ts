import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { access, lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { ifThere, isNodeError } from "../lib/files.ts";
import { stampOf } from "../lib/stamps.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { openStaging, type Staging } from "./staging.ts";
import { findTree, readTree, type Tree, writeTree } from "./tree.ts";

/** The folder that is published. */
export function liveSite(root: string): string {
  return path.join(root, "_site");
}

/**
 * Where the process with this id works: a sibling of the folder that it works for, so that a rename
 * suffices. What it holds may be removed once that process has ended.
 */
export function workFolder(live: string, pid: number): string {
  return `${live}${workMark}${pid}`;
}

/**
 * Where the process with this id puts the folder before it, between the two renames of a swap. What
 * stands under this name is always whole.
 */
function formerFolder(live: string, pid: number): string {
  return `${live}${formerMark}${pid}`;
}

const formerMark = ".old-";
const workMark = ".new-";

/** The process id in the name of a folder with this prefix, or undefined if it is not one. */
function pidAfter(prefix: string, name: string): number | undefined {
  const digits = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/** Where the cache has what is kept of a folder: the spare, and a record of both. */
function keptOf(live: string, root: string) {
  const kept = path.join(root, ".cache/written", path.basename(live));
  const at = (name: string) => path.join(kept, name);
  return { kept, spare: at("spare"), record: { live: at("live.json"), spare: at("spare.json") } };
}

/** What is recorded of a folder. */
export function recordOf(live: string, root: string): ReturnType<typeof readTree> {
  return readTree(keptOf(live, root).record.live);
}

/** Brings a folder to hold what `fill` puts, and nothing else. */
type FolderWriter = <Result>(fill: (staging: Staging) => Promise<Result>) => Promise<Result>;

/**
 * A function that brings a folder to hold something, again and again. Only what differs is written, and
 * that into the spare: what the folder was before the last change. It then takes the place of the live
 * one, which becomes the spare. Where filling fails or is killed the live one stays whole.
 *
 * @param live absolute; where that is a link or a file, an EnvironmentFailure is thrown
 * @param root the project's folder, whose cache has the spare and a record of both
 */
export function folderWriter(live: string, root: string): FolderWriter {
  const { kept, spare, record } = keptOf(live, root);
  const work = workFolder(live, process.pid);
  /** What this process recorded itself it need not look for again. */
  let known: { mark: string; live: Tree; spare: Tree | undefined } | undefined;

  /** The spare as it was recorded, under a name of our own; where there is none, an empty folder. */
  const claim = (tree: Tree | undefined) => {
    const folder = path.join(work, "site");
    mkdirSync(work, { recursive: true });
    try {
      renameSync(spare, folder);
      const found = tree ? { tree, whole: true } : findTree(folder, readTree(record.spare).tree);
      if (found.whole) return { folder, tree: found.tree };
      rmSync(folder, { recursive: true });
    } catch (error) {
      // Another build has it, or the cache is on another disk.
      if (!isNodeError(error, "ENOENT", "EXDEV")) throw error;
    }
    mkdirSync(folder);
    return { folder, tree: new Map() };
  };

  return async (fill) => {
    await assertOwnFolder(live);
    await clearUp(live);
    await mkdir(kept, { recursive: true });
    try {
      const before = readTree(record.live);
      const own = known?.mark === before.mark && existsSync(live) ? known : undefined;
      known = undefined;
      const found = own
        ? { tree: own.live, whole: true, read: false }
        : findTree(live, before.tree);
      const staging = openStaging({ folder: live, tree: found.tree }, () => claim(own?.spare));
      const result = await fill(staging);
      if (found.whole && staging.holdsAll()) {
        const mark = found.read ? writeTree(record.live, found.tree) : before.mark;
        known = { mark, live: found.tree, spare: own?.spare };
        return result;
      }
      const tree = staging.complete();
      const staged = path.join(work, "site");
      // As long as it is nobody else's: another build may put its own in the place of this one at once.
      for (const [file, written] of tree) written.stamp ??= stampOf(path.join(staged, file));
      await swap(live, staged, spare);
      // With the stamps that it has now: not all of what is recorded need be read again.
      const spareTree = found.whole ? found.tree : undefined;
      if (spareTree) writeTree(record.spare, spareTree);
      known = { mark: writeTree(record.live, tree), live: tree, spare: spareTree };
      return result;
    } finally {
      await clearUp(live);
    }
  };
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
 * Puts the staged folder in the place of the live one by two renames between siblings. A kill between
 * the two leaves the former one whole as `….old-…`; `clearUp` puts it back. Of two builds at once the one
 * that ends last stays.
 */
async function swap(live: string, staged: string, spare: string): Promise<void> {
  const former = formerFolder(live, process.pid);
  let placed = false;
  for (let turn = 1; !placed; turn++) {
    await renameUnless(["ENOENT"], live, former);
    // Another build may have put its own there between the two.
    placed = await renameUnless(["ENOTEMPTY", "EEXIST"], staged, live);
    if (await renameUnless(["ENOENT", "ENOTEMPTY", "EEXIST", "EXDEV"], former, spare)) continue;
    await renameUnless(["ENOENT"], former, path.join(path.dirname(staged), `former-${turn}`));
  }
}

/**
 * Clears up after this build and after those that were killed: puts `….old-…` back where nothing is
 * live, and removes work folders. Those of other builds that still run are left alone.
 */
async function clearUp(live: string): Promise<void> {
  const [above, own] = [path.dirname(live), path.basename(live)];
  const names = (await ifThere(readdir(above))) ?? [];
  for (const name of names) {
    const pid = pidAfter(own + workMark, name);
    if (pid !== undefined && hasEnded(pid)) await remove(path.join(above, name));
  }
  for (const name of names) {
    const pid = pidAfter(own + formerMark, name);
    if (pid === undefined || !hasEnded(pid)) continue;
    const former = path.join(above, name);
    if (!(await exists(live)) && (await move(former, live))) continue;
    // Removed under another name: a kill must not leave half a site where a whole one is expected.
    const waste = workFolder(live, pid);
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
