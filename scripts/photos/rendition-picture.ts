import { encodeRendition } from "./encode-rendition.ts";
import type { PlannedPicture } from "./planned-picture.ts";
import { readMeasured } from "./read-measured.ts";
import type { Rendition } from "./rendition.ts";

/** A rendition as a picture to make, from its original below `root`. */
export function renditionPicture(rendition: Rendition, root: string): PlannedPicture {
  const { name, key, originalPath, originalHash } = rendition;
  return {
    path: `photos/${name}`,
    key,
    make: async () =>
      encodeRendition(
        await readMeasured(root, { path: originalPath, sha256: originalHash }),
        rendition,
      ),
  };
}
