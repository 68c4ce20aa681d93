import type { Region } from "./crop-region.ts";
import type { RenditionFormat } from "./encoders.ts";

/** One file to be made of an original: what it is called, and all that decides its bytes. */
export interface Rendition {
  /** File name below `photos/`, such as `huangpu-river-780.1a2b3c4d5e.avif`. */
  name: string;
  /** SHA-256 of the original's hash, this recipe and the encoders' versions. */
  key: string;
  /** Path of the original from the project's root. */
  originalPath: string;
  /** SHA-256 of the original's bytes. */
  originalHash: string;
  format: RenditionFormat;
  /** The part of the upright original that is shown. */
  region: Region;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
}
