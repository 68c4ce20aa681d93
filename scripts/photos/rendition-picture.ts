import { encodeRendition } from "./encode-rendition.ts";
import type { PlannedPicture } from "./planned-picture.ts";
import type { QualityBook } from "./quality-book.ts";
import { readMeasured } from "./read-measured.ts";
import type { Rendition } from "./rendition.ts";

/** A rendition as a picture to make, from its original below `root`. */
export function renditionPicture(
  rendition: Rendition,
  root: string,
  qualities: QualityBook,
): PlannedPicture {
  const { name, key, format } = rendition;
  const original = { path: rendition.originalPath, sha256: rendition.originalHash };
  return {
    path: `photos/${name}`,
    key,
    needs: { key: original.sha256, find: () => qualities.of(original) },
    async make() {
      const quality = (await qualities.of(original))[format];
      return encodeRendition(await readMeasured(root, original), rendition, quality);
    },
  };
}
