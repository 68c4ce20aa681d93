import { type Pixels, takePixels } from "./pixels.ts";
import { uprightOriginal } from "./upright-original.ts";

/** Pixels of the shorter side: as many as on a small telephone, and compared in a twentieth of a second. */
const shorterSide = 320;

/** The whole original, small and on white: what the search for its qualities looks at. */
export function sampleOriginal(original: Buffer): Promise<Pixels> {
  return takePixels(
    uprightOriginal(original)
      .resize(shorterSide, shorterSide, { fit: "outside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" }),
  );
}
