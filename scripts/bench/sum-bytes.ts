import type { Download } from "./download.ts";

/** The bytes of all `downloads`, or of those of the named kinds. */
export function sumBytes(downloads: readonly Download[], ...kinds: string[]): number {
  return downloads
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
