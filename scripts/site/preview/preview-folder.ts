import path from "node:path";

/** What the preview serves; never `_site/`, which is for publishing alone. */
export function previewFolder(root: string): string {
  return path.join(root, ".cache/preview");
}

/** The index of its search, which is made after the pages and so in a folder of its own. */
export function previewSearchFolder(root: string): string {
  return path.join(root, ".cache/preview-search");
}
