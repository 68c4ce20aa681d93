import path from "node:path";

/** The folder that is published. */
export function liveSite(root: string): string {
  return path.join(root, "_site");
}

/** Where the site before stands for the moment between the two renames of a swap. */
export function formerSite(root: string): string {
  return path.join(root, "_site.old");
}

const stagingPrefix = "_site.new-";

/** Where the build with this process id writes; a sibling of `_site`, so that a rename suffices. */
export function stagingSite(root: string, pid: number): string {
  return path.join(root, `${stagingPrefix}${pid}`);
}

/** The process id in a staging folder's name, or undefined if `name` is not one. */
export function stagingPid(name: string): number | undefined {
  const digits = name.startsWith(stagingPrefix) ? name.slice(stagingPrefix.length) : "";
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
