import { suggestFileName } from "../lib/suggest-file-name.ts";

/** Longer addresses are cut off in messages and hard to say. */
const longest = 60;

/**
 * The name of the file of a page with this title, without its ending, cut between words where it
 * is long; undefined if the title has no letters a–z and no digits.
 */
export function titleSlug(title: string): string | undefined {
  const name = suggestFileName(`${title}.md`)?.slice(0, -".md".length);
  if (name === undefined || name.length <= longest) return name;
  const cut = name.lastIndexOf("-", longest);
  return name.slice(0, cut > 0 ? cut : longest);
}
