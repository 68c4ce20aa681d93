import { close, createIndex, type IndexFile, type PagefindIndex } from "pagefind";
import { compareCodeUnits } from "../../lib/compare-code-units.ts";
import { EnvironmentFailure } from "../../lib/failure.ts";
import { hanCuts } from "../../lib/han-cuts.ts";
import { neededFiles } from "./needed-files.ts";
import { pagefindLanguage } from "./pagefind-language.ts";
import type { SearchRecord } from "./search-record.ts";
import { withinTime } from "./within-time.ts";

/** Milliseconds for one answer; the slowest, that of a thousand pages, takes two or three seconds. */
const patience = 60_000;

/**
 * Makes the index of the search: the files of `pagefind/` by name, the same bytes for the same
 * records in any order. Runs Pagefind's own program, which ends with it.
 *
 * @throws EnvironmentFailure when that program does not run, or refuses a record
 */
export async function makeSearchIndex(
  records: readonly SearchRecord[],
): Promise<Map<string, Uint8Array>> {
  try {
    const index = await newIndex();
    for (const record of inOrder(records)) await add(index, record);
    const { files, errors } = await withinTime(index.getFiles(), patience);
    refuse(errors);
    return new Map(
      neededFiles(files)
        .sort(byPath)
        .map(({ path, content }) => [path, content]),
    );
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
    throw new EnvironmentFailure(
      `The search index cannot be made: ${reason} — run “npm ci”, which brings Pagefind for this machine, and build again`,
    );
  } finally {
    await close();
  }
}

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await withinTime(createIndex(), patience);
  refuse(errors);
  if (!index) throw new Error("Pagefind made none");
  return index;
}

async function add(index: PagefindIndex, record: SearchRecord): Promise<void> {
  const added = index.addCustomRecord({
    url: record.address,
    language: pagefindLanguage[record.language],
    content: hanCuts.put(record.text),
    meta: { title: hanCuts.put(record.title) },
  });
  const { errors } = await withinTime(added, patience);
  refuse(errors);
}

function refuse([error]: readonly string[]): void {
  if (error !== undefined) throw new Error(error);
}

function inOrder(records: readonly SearchRecord[]): SearchRecord[] {
  return [...records].sort((a, b) => compareCodeUnits(a.address, b.address));
}

function byPath(a: IndexFile, b: IndexFile): number {
  return compareCodeUnits(a.path, b.path);
}
