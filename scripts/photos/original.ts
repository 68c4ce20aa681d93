/** The formats of originals, known by their first bytes and never by their names. */
export const originalFormats = ["jpeg", "png", "webp", "tiff", "avif"] as const;

export type OriginalFormat = (typeof originalFormats)[number];

/** What one full look at a sound original's bytes tells. */
export interface Measure {
  /** Hash of the file's bytes, 64 hexadecimal digits. */
  sha256: string;
  /** Pixels, after the orientation noted in the file is applied. */
  width: number;
  /** Pixels, after the orientation noted in the file is applied. */
  height: number;
  format: OriginalFormat;
  /** Index of the palette class nearest to the dominant colour. */
  tone: number;
}

/** A sound photograph in `assets/photos/`. */
export interface Original extends Measure {
  /** Path from the project's root, with forward slashes. */
  path: string;
}
