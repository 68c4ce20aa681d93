import { type Problem, sortProblems } from "../problems/problem.ts";
import { readTextFile, type UnsavedTexts } from "../problems/text.ts";
import { type ContentFile, type Entry, tagAt } from "./entry.ts";
import { type ReadFacts, readFacts } from "./facts.ts";
import { listContentFiles } from "./files.ts";
import { type ReadEntry, readEntry } from "./front-matter.ts";
import { checkPages } from "./pages.ts";
import {
  addressesPath,
  checkPublished,
  type PublishedAddress,
  parseAddresses,
} from "./published.ts";

export interface CheckedContent extends Pick<ReadFacts, "facts" | "expiry"> {
  /** Every page whose front matter is in order, drafts included, in the order of `source`. */
  entries: Entry[];
  /**
   * Pages whose front matter has an error: their bodies are still to be checked, and a link to one
   * leads somewhere.
   */
  incomplete: ContentFile[];
  /** The addresses ever published, as the list has them. */
  published: readonly PublishedAddress[];
  /** By file and place. */
  problems: Problem[];
}

/** What was read of a page. */
export type ReadPage = ReadEntry & {
  /** The whole text where it has errors: of which the aliases are not known. */
  unread?: string;
};

/**
 * Reads a page and checks its front matter.
 *
 * @param read the text of its file, and what is wrong with it
 * @returns with the Markdown after the front matter
 */
export function readPage(
  file: ContentFile,
  { text, problems }: Pick<ReturnType<typeof readTextFile>, "text" | "problems">,
): ReadPage & { body: string } {
  if (text === undefined) return { file, problems, body: "" };
  const read = readEntry(file, text);
  const all = { ...read, problems: [...problems, ...read.problems] };
  return all.entry ? all : { ...all, unread: text };
}

/**
 * Reads everything in `content/` of the project at `root` once, and checks files, front matter and
 * facts. What Markdown and photographs hold is for others to check.
 *
 * @param readPages reads pages, in their order
 * @param unsaved of facts
 * @throws if the disk cannot be read
 */
export async function checkContent(
  root: string,
  readPages = async (files: readonly ContentFile[]): Promise<readonly ReadPage[]> =>
    files.map((file) => readPage(file, readTextFile(root, file.source))),
  unsaved?: UnsavedTexts,
): Promise<CheckedContent> {
  const { pages, data, problems } = await listContentFiles(root);
  const read = (path: string): string | undefined => {
    const file = readTextFile(root, path, unsaved);
    problems.push(...file.problems);
    return file.text;
  };
  const readings = await readPages(pages);
  problems.push(...readings.flatMap((reading) => reading.problems));
  const entries = readings.flatMap(({ entry }) => entry ?? []);
  const incomplete = readings.flatMap(({ file }) => file ?? []);
  const unread = readings.flatMap((reading) => reading.unread ?? []);

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
    published: published.addresses,
    problems: sortProblems(problems),
  };
}
