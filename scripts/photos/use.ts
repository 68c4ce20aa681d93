import { posix } from "node:path";
import type { Language } from "../lib/languages.ts";
import type { Listing } from "../lib/listing.ts";
import type { Fault } from "../problems/problem.ts";
import { foldedPath, nearestName } from "../problems/suggest.ts";
import { type FreePath, isPhotoPath, photoFolder, placeFor } from "./names.ts";
import type { PhotoRecord } from "./record.ts";
import { photoFault } from "./rules.ts";
import type { SlotName } from "./slots.ts";

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
  /** Where the page shows it; the smaller picture in lists is cut from the same. */
  slot: SlotName;
  /** At the head of a page, before the first word. */
  isLead?: boolean;
}

/** The photograph's path from the root, or why there is none. */
type Resolution = { path: string; fault?: never } | { path?: never; fault: Fault };

/** Finds the photograph that a content file names, in the list of what `assets/photos/` holds. */
export function resolvePhoto(
  source: string,
  written: string,
  listing: Listing,
  freePath: FreePath,
): Resolution {
  const from = (path: string) => posix.relative(posix.dirname(source), path);
  const path = photoPath(source, written);
  const isPath = !/^(?:[a-z][a-z0-9+.-]*:|[/\\])|\\/i.test(written);
  const sample = () => {
    const what = isPath ? path : written;
    return from(placeFor(source, written, what, { paths: listing, freePath }));
  };
  const kind = listing.get(path);
  if (kind === undefined) {
    const format = otherFormat(written);
    if (format !== undefined) {
      return {
        fault: photoFault("photo-other-format", { written, kind: format, sample: sample() }),
      };
    }
  }
  if (!isPath || written.trim() === "") return { fault: judgeForm(written, sample()) };
  if (!path.startsWith(`${photoFolder}/`)) {
    return { fault: photoFault("photo-outside", { written, path, sample: sample() }) };
  }
  const link = [...listing].find(
    ([entry, kind]) => kind === "link" && (path === entry || path.startsWith(`${entry}/`)),
  );
  if (link !== undefined) return { fault: photoFault("photo-link", { path: link[0] }) };
  if (kind === "file") return { path };
  if (kind === undefined) return { fault: missing(path, listing, from, sample) };
  const name = kind === "folder" ? "a folder" : "no ordinary file";
  return { fault: photoFault("photo-not-a-file", { path, kind: name }) };
}

/** What is written, where it is no relative path. */
function judgeForm(written: string, sample: string): Fault {
  if (written.trim() === "") return photoFault("photo-not-named", { sample });
  if (/^(https?:)?\/\//i.test(written)) return photoFault("photo-remote", { written, sample });
  if (/^[a-z]:/i.test(written)) return photoFault("photo-absolute", { written, sample });
  if (written.includes("\\")) return photoFault("photo-backslash", { sample });
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(written)?.[0];
  if (scheme !== undefined) return photoFault("photo-scheme", { scheme, sample });
  return photoFault("photo-absolute", { written, sample });
}

const otherFormats = new Map([
  ["gif", "a GIF"],
  ["svg", "an SVG drawing"],
  ["bmp", "a BMP bitmap"],
  ["ico", "an icon (ICO)"],
  ["heic", "a HEIC picture"],
  ["heif", "a HEIC picture"],
  ["jxl", "a JPEG XL picture"],
  ["jp2", "a JPEG 2000 picture"],
  ["psd", "a Photoshop document"],
  ["pdf", "a PDF document"],
  ["mp4", "a film"],
  ["mov", "a film"],
  ["webm", "a film"],
]);

/** What a file is by its ending, where that cannot be used as a photograph. */
function otherFormat(written: string): string | undefined {
  const ending = /\.([a-z\d]+)(?:[?#].*)?$/is.exec(written)?.[1] ?? "";
  return otherFormats.get(ending.toLowerCase());
}

function missing(
  path: string,
  listing: Listing,
  from: (path: string) => string,
  sample: () => string,
): Fault {
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
  if (nearest !== undefined) return photoFault("photo-misspelt", { path, nearest: from(nearest) });
  return isPhotoPath(path)
    ? photoFault("photo-missing", { path })
    : photoFault("photo-missing-name", { path, sample: sample() });
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

/** The use's own text where it has one, else the record's; empty where neither says anything. */
export function alternativeText(
  written: string | undefined,
  record: PhotoRecord,
  language: Language,
): string {
  return written?.trim() || record.alt[language];
}
