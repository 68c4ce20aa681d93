import { editDistance } from "./edit-distance.ts";

/**
 * The one of `names` that `written` is most likely meant to be: within about a third of its
 * letters, case aside. The first of equals; undefined if none is near.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const limit = Math.max(1, Math.floor(Math.min(name.length, wanted.length) / 3) + 1);
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance <= limit && distance < name.length && distance < least) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}
