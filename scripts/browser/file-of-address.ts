import path from "node:path";

/**
 * The file or folder below `folder` that an address means when the folder is served below
 * `prefix`; undefined if it would lie outside, or is no address of any file.
 */
export function fileOfAddress(folder: string, prefix: string, address: string): string | undefined {
  if (!address.startsWith(prefix)) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(address.slice(prefix.length));
  } catch {
    // A stray % is no name of any file.
    return undefined;
  }
  const root = path.resolve(folder);
  const file = path.resolve(root, `./${name}`);
  const inside = file === root || file.startsWith(root + path.sep);
  return inside && !name.includes("\0") ? file : undefined;
}
