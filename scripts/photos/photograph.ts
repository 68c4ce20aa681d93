import type { Original } from "./original.ts";
import type { PhotoRecord } from "./photo-record.ts";

/** A sound original with what its record says of it: all that a page needs to show it. */
export interface Photograph {
  original: Original;
  record: PhotoRecord;
}
