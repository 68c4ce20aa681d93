import { posix } from "node:path";

/**
 * Path from the root of the photograph written in a content file (its path from the root), without
 * looking at a disk. Markdown percent-encodes addresses, so they are decoded here.
 */
export function photoPath(source: string, written: string): string {
  return posix.join(posix.dirname(source), decoded(written));
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // “100%.jpg” is no percent-encoding: front matter takes names as they are.
    return written;
  }
}
