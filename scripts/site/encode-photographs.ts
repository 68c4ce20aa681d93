import path from "node:path";
import { type EncodeResult, encodeRenditions } from "../photos/encode-renditions.ts";
import type { Rendition } from "../photos/rendition.ts";
import type { Progress } from "./progress.ts";

/** Puts the photographs of a site into `photos/` below `folder`. */
export function encodePhotographs(
  renditions: readonly Rendition[],
  root: string,
  folder: string,
  progress: Progress,
): Promise<EncodeResult> {
  return encodeRenditions({
    renditions,
    root,
    cache: path.join(root, ".cache/photos"),
    out: path.join(folder, "photos"),
    onProgress({ done, total, encoded }) {
      // Those in the cache are copied in a moment.
      if (encoded > 0) progress("Photographs", done, total);
    },
  });
}
