import { makeAnew, type Remember } from "../lib/lists.ts";
import { type Problem, sortProblems } from "../problems/problem.ts";
import { foldedPath } from "../problems/suggest.ts";
import { readTextFile } from "../problems/text.ts";
import { type ContentFile, contentFile, type Entry } from "./entry.ts";
import { type Facts, readFacts, type SecurityExpiry } from "./facts.ts";
import { listContentFiles, placeOfFile } from "./files.ts";
import { readEntry } from "./front-matter.ts";
import {
  checkAddresses,
  checkNavigation,
  checkRequired,
  checkTitles,
  checkUpdated,
} from "./pages.ts";
import { addressesPath, checkPublished, parseAddresses } from "./published.ts";

export interface CheckedContent {
  /** Every page whose front matter is in order, drafts included, in the order of `source`. */
  entries: Entry[];
  /**
   * Pages whose front matter has an error: their bodies are still to be checked, and a link to one
   * leads somewhere. The body is empty where it could not be found.
   */
  incomplete: ContentFile[];
  /** Undefined if any of them has an error. */
  facts: Facts | undefined;
  /** The day on which `security.txt` runs out, for a check that needs the clock; undefined as `facts`. */
  expiry: SecurityExpiry | undefined;
  /** By file and place. */
  problems: Problem[];
}

/**
 * Reads everything in `content/` of the project at `root` once, and checks files, front matter and
 * facts. What Markdown and photographs hold is for others to check.
 *
 * @param remember what reading a page gave in earlier runs
 * @throws if the disk cannot be read
 */
export async function checkContent(
  root: string,
  remember: Remember = makeAnew,
): Promise<CheckedContent> {
  const { files: paths, problems } = await listContentFiles(root);
  const entries: Entry[] = [];
  const incomplete: ContentFile[] = [];
  const texts = new Map<string, string | undefined>();
  /** Texts of which the aliases are not known. */
  const unread: string[] = [];
  const isTaken = takenPaths(paths);

  const read = paths.map((path) => {
    const { page, problems: misplaced } = placeOfFile(path, (other) => isTaken(other, path));
    const data =
      path === addressesPath || (path.startsWith("content/_data/") && path.endsWith(".yaml"));
    if (page === undefined && (!data || misplaced.length > 0)) return { path, problems: misplaced };
    const file = readTextFile(root, path);
    const found = [...misplaced, ...file.problems];
    if (page === undefined) return { path, problems: found, fact: file.text };
    const empty = contentFile(path, page.language, page.key);
    if (file.text === undefined)
      return { path, problems: found, page: { entry: undefined, file: empty } };
    const { text } = file;
    const entry = remember("entry", `${path}\n${text}`, () => readEntry(empty, text));
    return { path, problems: [...found, ...entry.problems], page: entry, text };
  });
  for (const one of read) {
    problems.push(...one.problems);
    if ("fact" in one) texts.set(one.path, one.fact);
    if (one.page === undefined) continue;
    if (one.page.entry !== undefined) entries.push(one.page.entry);
    else {
      incomplete.push(one.page.file);
      if ("text" in one) unread.push(one.text);
    }
  }

  const files = [...entries, ...incomplete];
  const facts = readFacts(texts);
  problems.push(
    ...facts.problems,
    ...checkAddresses(files, entries),
    ...checkTitles(entries),
    ...checkUpdated(entries),
    ...checkRequired(files, entries),
  );
  if (facts.navigation !== undefined) {
    problems.push(...checkNavigation(facts.navigation, files));
  }
  // A list that cannot be read has its problems told already.
  const list = texts.has(addressesPath) ? (texts.get(addressesPath) ?? "[]") : undefined;
  const published = parseAddresses(list);
  problems.push(...published.problems);
  problems.push(
    ...checkPublished(
      published.addresses,
      entries,
      (address) =>
        incomplete.some((file) => file.address === address) ||
        unread.some((text) => text.includes(address)),
    ),
  );
  return {
    entries,
    incomplete,
    facts: facts.facts,
    expiry: facts.expiry,
    problems: sortProblems(problems),
  };
}

/** A function that tells whether some of `paths`, and not `own` alone, is `other` on a disk. */
function takenPaths(paths: readonly string[]): (other: string, own: string) => boolean {
  const owners = new Map<string, string[]>();
  for (const path of paths) {
    const same = foldedPath(path);
    owners.set(same, [...(owners.get(same) ?? []), path]);
  }
  return (other, own) => owners.get(foldedPath(other))?.some((path) => path !== own) ?? false;
}
