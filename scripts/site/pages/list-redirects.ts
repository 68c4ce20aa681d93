import type { Entry } from "../../content/entry.ts";
import { foldedPath } from "../../problems/suggest.ts";
import type { SiteContext } from "./site-context.ts";

/** An old address, and what it leads to. */
export interface Redirect {
  /** From the site's root, as is the address of `entry`. */
  from: string;
  entry: Entry;
  /** Which of the entry's old addresses it is, from 1. */
  number: number;
}

/**
 * The old addresses that lead on. Only what is shown is led to; an old address that has a page again,
 * a draft in the preview, is that page's. Aliases lead to pages alone, so there are no chains.
 */
export function listRedirects({ entries }: SiteContext): Redirect[] {
  const shown = new Set(entries.map(({ address }) => foldedPath(address)));
  return entries.flatMap((entry) =>
    entry.aliases
      .filter((alias) => !shown.has(foldedPath(alias)))
      .map((from, index) => ({ from, entry, number: index + 1 })),
  );
}
