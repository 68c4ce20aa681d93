import { posix } from "node:path";
import { foldedPath } from "../lib/folded-path.ts";
import { nearestName } from "../lib/nearest-name.ts";
import type { Fault } from "./fault.ts";
import type { EntryKind } from "./list-photo-folder.ts";
import { photoFault } from "./photo-fault.ts";
import { photoFolder } from "./photo-folder.ts";
import { photoPath } from "./photo-path.ts";

/** The photograph's path from the root, or why there is none. */
export type Resolution = { path: string; fault?: never } | { path?: never; fault: Fault };

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
