import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { ifThere } from "../lib/files.ts";
import type { Language } from "../lib/languages.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { foldedPath, freeFileName, nearestName, suggestFileName } from "../problems/suggest.ts";
import type { PhotoRecord } from "./record.ts";
import { type Fault, photoFault } from "./rules.ts";

/** One place in the content that shows a photograph. */
export interface PhotoUse {
  /** The content file's path from the root, with forward slashes. */
  source: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** The photograph's path as it is written there, relative to the content file. */
  written: string;
  alt: string | undefined;
  language: Language;
}

/** The photograph's path from the root, or why there is none. */
type Resolution = { path: string; fault?: never } | { path?: never; fault: Fault };

type Listing = ReadonlyMap<string, EntryKind>;

/** Finds the photograph that a content file names, in the list of what `assets/photos/` holds. */
export function resolvePhoto(source: string, written: string, listing: Listing): Resolution {
  const from = (path: string) => posix.relative(posix.dirname(source), path);
  const wrongForm = judgeForm(written, from);
  if (wrongForm !== undefined) return { fault: wrongForm };
  const path = photoPath(source, written);
  if (!path.startsWith(`${photoFolder}/`)) {
    const sample = sampleOf(path, from);
    return { fault: photoFault("photo-outside", { written, path, sample }) };
  }
  const link = [...listing].find(
    ([entry, kind]) => kind === "link" && (path === entry || path.startsWith(`${entry}/`)),
  );
  if (link !== undefined) return { fault: photoFault("photo-link", { path: link[0] }) };
  const kind = listing.get(path);
  if (kind === "file") return { path };
  if (kind === undefined) return { fault: missing(path, listing, from) };
  const name = kind === "folder" ? "a folder" : "no ordinary file";
  return { fault: photoFault("photo-not-a-file", { path, kind: name }) };
}

/** Whether what is written can be a relative path at all. */
function judgeForm(written: string, from: (path: string) => string): Fault | undefined {
  const sample = sampleOf(written, from);
  if (written.trim() === "") return photoFault("photo-not-named", { sample });
  if (/^(https?:)?\/\//i.test(written)) return photoFault("photo-remote", { written, sample });
  if (written.includes("\\") || /^[a-z]:/i.test(written)) {
    return photoFault("photo-backslash", { sample });
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(written)?.[0];
  if (scheme !== undefined) return photoFault("photo-scheme", { scheme, sample });
  if (written.startsWith("/")) return photoFault("photo-absolute", { written, sample });
  return undefined;
}

/** How the path should be written, with the name that stands in what was written. */
function sampleOf(written: string, from: (path: string) => string): string {
  const path = written.replaceAll("\\", "/");
  const below = path.split(`${photoFolder}/`).at(1);
  const named = /[^/:?#]+\.(avif|jpe?g|png|tiff?|webp)$/i.exec(path)?.[0];
  return from(`${photoFolder}/${below || named || "name.jpg"}`);
}

function missing(path: string, listing: Listing, from: (path: string) => string): Fault {
  const photos = [...listing].flatMap(([entry, kind]) =>
    kind === "file" && !entry.endsWith(".yaml") ? [entry] : [],
  );
  const same = photos.find((entry) => foldedPath(entry) === foldedPath(path));
  if (same !== undefined) {
    return photoFault("photo-letters", { path, actual: same, sample: from(same) });
  }
  const meant = nearestName(
    posix.basename(path),
    photos.map((entry) => posix.basename(entry)),
  );
  const nearest = photos.find((entry) => posix.basename(entry) === meant);
  return nearest === undefined
    ? photoFault("photo-missing", { path })
    : photoFault("photo-misspelt", { path, nearest: from(nearest) });
}

/**
 * Path from the root of the photograph written in a content file (its path from the root), without
 * looking at a disk. Markdown percent-encodes addresses, so they are decoded here.
 */
export function photoPath(source: string, written: string): string {
  return posix.join(posix.dirname(source), decoded(written));
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // “100%.jpg” is no percent-encoding: front matter takes names as they are.
    return written;
  }
}

/**
 * What is wrong with the name of the photograph at `path`, with the name to use: undefined for
 * lower-case ASCII letters, digits and hyphens, which every disk and every server takes as they are.
 */
export function photoNameFault(
  path: string,
  isTaken: (path: string) => boolean,
): Fault | undefined {
  const steps = path.slice(photoFolder.length + 1).split("/");
  const names = steps.map(suggestFileName);
  if (names.every((name, index) => name === steps[index])) return undefined;
  if (names.includes(undefined)) {
    const advice =
      "give the photograph and its record a short English name, such as `huangpu-river.jpg`";
    return photoFault("photo-name", { path, advice });
  }
  const better = freeFileName(`${photoFolder}/${names.join("/")}`, isTaken);
  return (place) => {
    const written = posix.relative(posix.dirname(place.path), better);
    const advice = `rename it to \`${better}\`, and its record to \`${recordPath(better)}\`, and write \`${written}\``;
    return photoFault("photo-name", { path, advice })(place);
  };
}

/** The use's own text where it has one, else the record's; empty where neither says anything. */
export function alternativeText(
  written: string | undefined,
  record: PhotoRecord,
  language: Language,
): string {
  return written?.trim() || record.alt[language];
}

/** What stands at a path in `assets/photos/`. */
type EntryKind = "file" | "folder" | "link" | "other";

/**
 * Everything in `assets/photos/` and below, by path from the root, as the disk spells it. Links are not
 * followed, hidden files left out. Paths are judged by this list, so that letters' case counts everywhere.
 */
export async function listPhotoFolder(root: string): Promise<Map<string, EntryKind>> {
  const found = new Map<string, EntryKind>();
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareCodeUnits(a.name, b.name))) {
      if (entry.name.startsWith(".")) continue;
      const path = `${folder}/${entry.name}`;
      found.set(path, kindOf(entry));
      // A name that is not UTF-8 was decoded with signs of loss, and leads nowhere.
      if (entry.isDirectory() && !path.includes("\ufffd")) await visit(path);
    }
  };
  // No folder at all is a folder without photographs; each use says what it misses.
  await ifThere(visit(photoFolder));
  return found;
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}

/** Where originals and their records live, from the project's root. */
export const photoFolder = "assets/photos";

/** Where a photograph's record stands: beside it, with the ending `.yaml`. */
export function recordPath(originalPath: string): string {
  return originalPath.replace(/\.[^./]*$/, "").concat(".yaml");
}
