import { longestName, plainName } from "../lib/files.ts";

/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to make `b`
 * of `a` (optimal string alignment).
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The one of `names` that `written` is most likely meant to be: by at most one of its letters,
 * two from five letters on, three from ten on, case aside. The first of equals; undefined if none is near.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const limit = Math.min(3, Math.floor(Math.min(name.length, wanted.length) / 5) + 1);
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance <= limit && distance < name.length && distance < least) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

/**
 * The name that a file called `name` should have: lower-case ASCII letters, digits and single
 * hyphens, no more than disks take, then its extension; undefined if nothing of the name is left.
 */
export function suggestFileName(name: string): string | undefined {
  // So are nearly all of thousands.
  if (/^[a-z\d]+(?:-[a-z\d]+)*\.[a-z\d]+$/.test(name) && name.length <= longestName) return name;
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const plain = stem.normalize("NFKD").replace(/\p{M}|[’']/gu, "");
  const slug = plainName(plain.toLowerCase().replaceAll("&", "-and-").slice(0, longestName));
  return slug === "" ? undefined : slug + extension.toLowerCase();
}

/** `name`, or with a number before its extension (`river-2.jpg`) where that name is taken. */
export function freeFileName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${stem}-${number}${extension}`;
  return free;
}

/** `path` without what some disks pass over: letters' case and the way accents are composed. */
export function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
