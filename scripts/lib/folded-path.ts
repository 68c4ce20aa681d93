/** `path` without what some disks pass over: letters' case and the way accents are composed. */
export function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
