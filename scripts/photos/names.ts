import { posix } from "node:path";
import { percentDecode } from "../lib/addresses.ts";
import type { Fault } from "../problems/problem.ts";
import { foldedPath, freeFileName, suggestFileName } from "../problems/suggest.ts";
import { photoFault } from "./rules.ts";

/** Where originals and their records live, from the project's root. */
export const photoFolder = "assets/photos";

/** Where a photograph's record stands: beside it, with the ending `.yaml`. */
export function recordPath(originalPath: string): string {
  return originalPath.replace(/\.[^./]*$/, "").concat(".yaml");
}

/**
 * A path that is free for a photograph and its record: `wanted`, or one like it. One photograph, told
 * by `what`, is always given the same path, another one another.
 */
export type FreePath = (what: string, wanted: string) => string;

/** @param paths from the root, of all that `assets/photos/` holds */
export function freePaths(paths: Iterable<string>): FreePath {
  const owners = new Map<string, string>();
  const key = (path: string) => foldedPath(recordPath(path));
  for (const path of paths) owners.set(key(path), recordPath(path));
  return (what, wanted) => {
    const free = freeFileName(wanted, (path) => (owners.get(key(path)) ?? what) !== what);
    owners.set(key(free), what);
    return free;
  };
}

const formats = /\.(?:avif|jpe?g|png|tiff?|webp)$/i;

/**
 * Where a photograph should stand that is written as `written` in the file `source` and is not there.
 *
 * @param what tells it apart from others
 */
export function placeFor(
  source: string,
  written: string,
  what: string,
  { paths, freePath }: { paths: ReadonlyMap<string, unknown>; freePath: FreePath },
): string {
  const path = percentDecode(written.replace(/[?#].*$/s, "")).replaceAll("\\", "/");
  const below =
    path.split(`${photoFolder}/`).at(1) ??
    /^(?:\.{0,2}\/|assets\/|photos\/)*([^/:]+)$/.exec(path)?.[1];
  if (below !== undefined && paths.has(`${photoFolder}/${below}`)) return `${photoFolder}/${below}`;
  const steps = (below ?? posix.basename(path)).split("/");
  const [, stem = ""] = /^([^:]+)\.[a-z\d]{2,5}$/i.exec(steps.pop() ?? "") ?? [];
  const format = formats.exec(path)?.[0] ?? ".jpg";
  return freePath(what, validPath(steps, stem, format, source));
}

/** Whether every disk and every server takes the names in a path below `assets/photos/` as they are. */
export function isPhotoPath(path: string): boolean {
  const steps = path.slice(photoFolder.length + 1).split("/");
  return steps.every((step) => suggestFileName(step) === step);
}

/**
 * What is wrong with the name of the photograph at `path`, with the name to use: undefined for
 * lower-case ASCII letters, digits and hyphens.
 */
export function photoNameFault(path: string, freePath: FreePath): Fault | undefined {
  if (isPhotoPath(path)) return undefined;
  const steps = path.slice(photoFolder.length + 1).split("/");
  const extension = posix.extname(path);
  const stem = posix.basename(steps.pop() ?? "", extension);
  return (place) => {
    const wanted = validPath(steps, stem, extension, place.path);
    const better = freePath(recordPath(path), wanted);
    const written = posix.relative(posix.dirname(place.path), better);
    const values = { path, better, record: recordPath(better), written };
    return photoFault("photo-name", values)(place);
  };
}

/** A path whose names may be; a photograph without letters in its name takes that of the text `source`. */
function validPath(
  folders: readonly string[],
  stem: string,
  extension: string,
  source: string,
): string {
  const [name = `photograph${extension}`] = [stem, posix.basename(source, ".md")].flatMap((one) =>
    one === "" ? [] : (suggestFileName(one + extension) ?? []),
  );
  return [photoFolder, ...folders.flatMap((one) => suggestFileName(one) ?? []), name].join("/");
}
