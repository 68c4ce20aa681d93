import { makeAnew, type Remember } from "../lib/lists.ts";
import { type Problem, sortProblems } from "../problems/problem.ts";
import { readTextFile } from "../problems/text.ts";
import { type ContentFile, type Entry, tagAt } from "./entry.ts";
import { type ReadFacts, readFacts } from "./facts.ts";
import { listContentFiles } from "./files.ts";
import { readEntry } from "./front-matter.ts";
import { checkPages } from "./pages.ts";
import { addressesPath, checkPublished, parseAddresses } from "./published.ts";

export interface CheckedContent extends Pick<ReadFacts, "facts" | "expiry"> {
  /** Every page whose front matter is in order, drafts included, in the order of `source`. */
  entries: Entry[];
  /**
   * Pages whose front matter has an error: their bodies are still to be checked, and a link to one
   * leads somewhere. The body is empty where it could not be found.
   */
  incomplete: ContentFile[];
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
  const { pages, data, problems } = await listContentFiles(root);
  const read = (path: string): string | undefined => {
    const file = readTextFile(root, path);
    problems.push(...file.problems);
    return file.text;
  };
  const entries: Entry[] = [];
  const incomplete: ContentFile[] = [];
  /** Texts of which the aliases are not known. */
  const unread: string[] = [];
  for (const page of pages) {
    const text = read(page.source);
    if (text === undefined) {
      incomplete.push(page);
      continue;
    }
    const made = remember("entry", `${page.source}\n${text}`, () => readEntry(page, text));
    problems.push(...made.problems);
    if (made.entry !== undefined) entries.push(made.entry);
    else {
      incomplete.push(made.file);
      unread.push(text);
    }
  }

  const texts = new Map(data.map((path) => [path, read(path)]));
  const facts = readFacts(texts);
  // A list that cannot be read has its problems told already.
  const list = texts.has(addressesPath) ? (texts.get(addressesPath) ?? "[]") : undefined;
  const published = parseAddresses(list);
  const mayBeUnread = (address: string): boolean =>
    incomplete.some((file) => file.address === address) ||
    unread.some((text) => text.includes(tagAt(address) ?? address));
  problems.push(
    ...facts.problems,
    ...checkPages(entries, incomplete, facts),
    ...published.problems,
    ...checkPublished(published.addresses, entries, mayBeUnread),
  );
  return {
    entries,
    incomplete,
    facts: facts.facts,
    expiry: facts.expiry,
    problems: sortProblems(problems),
  };
}
