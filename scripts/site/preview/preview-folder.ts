import path from "node:path";

/** What the preview serves; never `_site/`, which is for publishing alone. */
export function previewFolder(root: string): string {
  return path.join(root, ".cache/preview");
}
