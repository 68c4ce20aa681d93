import { suggestFileName } from "../lib/suggest-file-name.ts";

/** Far below what every file system takes, in any alphabet. */
const longest = 100;

/** What is wrong with the name of a file, given without its ending; undefined if nothing is. */
export function nameComplaint(name: string): string | undefined {
  if (name.length > longest) {
    return `it has ${name.length} characters, and ${longest} is the most it may have — shorten it`;
  }
  const better = suggestFileName(`${name}.md`)?.slice(0, -".md".length);
  if (better === name) return undefined;
  const advice = better === undefined ? "" : `, such as ${better}`;
  return `\`${name}\` has other characters than lower-case letters a–z, digits and hyphens — write those alone${advice}`;
}
