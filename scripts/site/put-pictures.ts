import path from "node:path";
import { makePictures, type PicturesResult, type PlannedPicture } from "../photos/make.ts";
import type { Progress } from "./progress.ts";

/** Puts the photographs and cards of a site below `folder`. */
export function putPictures(
  pictures: readonly PlannedPicture[],
  root: string,
  folder: string,
  progress: Progress,
): Promise<PicturesResult> {
  return makePictures({
    pictures,
    cache: path.join(root, ".cache/photos"),
    out: folder,
    onProgress({ done, total, made }) {
      // Those in the cache are copied in a moment.
      if (made > 0) progress("Photographs and cards", done, total);
    },
  });
}
