import { posix } from "node:path";
import { sha256 } from "../lib/sha256.ts";
import type { Region } from "./crop-region.ts";
import { encoders, type RenditionFormat } from "./encoders.ts";
import type { Original } from "./original.ts";
import type { Rendition } from "./rendition.ts";
import { searchVersion } from "./search-version.ts";

/** Raise it when `encodeRendition` changes in a way that its settings and versions do not show. */
const revision = 2;

/**
 * Plans one rendition of an original, at once and without looking at a file: its name follows from the
 * original's hash, the recipe, the encoders' versions and all that decides their quality, so that it may
 * be cached for ever.
 * `width` is at most the region's.
 */
export function planRendition(
  original: Original,
  region: Region,
  width: number,
  format: RenditionFormat,
): Rendition {
  if (width > region.width) throw new RangeError(`${original.path} would be enlarged to ${width}`);
  const height = Math.max(1, Math.round((width * region.height) / region.width));
  const { extension } = encoders[format];
  const { left, top } = region;
  const part = [left, top, region.width, region.height];
  const recipe = [revision, original.sha256, format, part, width, height, searchVersion];
  const key = sha256(JSON.stringify(recipe));
  return {
    name: `${stem(original.path)}-${width}.${key.slice(0, 10)}.${extension}`,
    key,
    originalPath: original.path,
    originalHash: original.sha256,
    format,
    region,
    width,
    height,
  };
}

/** The original's name in letters that every server and address takes as they are. */
function stem(path: string): string {
  const name = posix.parse(path).name.toLowerCase();
  return name.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "photo";
}
