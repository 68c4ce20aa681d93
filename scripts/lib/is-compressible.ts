import { mediaTypes } from "./media-types.ts";

/** Whether a host sends the file (path below `_site/`) compressed, by its ending. */
export function isCompressible(file: string): boolean {
  return mediaTypes[/\.[^./]+$/.exec(file)?.[0] ?? ""]?.text ?? false;
}
