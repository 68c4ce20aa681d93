import path from "node:path";

/** The folder that is published. */
export function liveSite(root: string): string {
  return path.join(root, "_site");
}

const formerPrefix = "_site.old-";
const workPrefix = "_site.new-";

/**
 * Where the build with this process id puts the site before it, between the two renames of a swap.
 * What stands under this name is always whole.
 */
export function formerSite(root: string, pid: number): string {
  return path.join(root, `${formerPrefix}${pid}`);
}

/** The site before the last one, for the next to be made of; see `take-spare-site.ts`. */
export function spareSite(root: string): string {
  return path.join(root, ".cache/spare-site");
}

/**
 * Where the process with this id works: a sibling of `_site`, so that a rename suffices. What it
 * holds may be removed once that process has ended.
 */
export function workFolder(root: string, pid: number): string {
  return path.join(root, `${workPrefix}${pid}`);
}

/** The process id in a former site's name, or undefined if `name` is not one. */
export function formerPid(name: string): number | undefined {
  return pidAfter(formerPrefix, name);
}

/** The process id in a work folder's name, or undefined if `name` is not one. */
export function workPid(name: string): number | undefined {
  return pidAfter(workPrefix, name);
}

function pidAfter(prefix: string, name: string): number | undefined {
  const digits = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
