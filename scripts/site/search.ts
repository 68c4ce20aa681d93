import type { Entry, Kind } from "../content/entry.ts";
import { fileOfAddress } from "../lib/addresses.ts";
import { makeSearchIndex, readableText } from "../outputs/search.ts";
import { hasSearch } from "./assets.ts";
import type { SiteContext } from "./pages/context.ts";
import { shownTitle } from "./pages/words.ts";

/** A finished page, which is read when it is its turn. */
interface ReadablePage {
  output: string;
  html(): string | Promise<string>;
}

/**
 * The index of the search, from its finished pages: path below `_site/`, and content.
 *
 * @throws EnvironmentFailure when Pagefind does not run
 */
export async function searchFiles(
  pages: readonly ReadablePage[],
  context: SiteContext,
): Promise<[path: string, content: Uint8Array][]> {
  if (!hasSearch(context)) return [];
  const index = await makeSearchIndex(await searchRecords(pages, context));
  return [...index].map(([name, content]) => [`pagefind/${name}`, content]);
}

/** Pages that only lead to others, or are there for those who found nothing. */
const unsearched: readonly Kind[] = ["news", "archive", "events", "search", "notFound"];
/** Parts of pages that lead to others, say again what others say, or speak for the preview; signs. */
const unread = [
  ...["newest", "notice-bar", "screen-link", "dateline", "credit"],
  ...["footnote-ref", "footnote-back", "task-box"],
];

/** Ends in a mark of a sentence, within quotation marks and brackets or not. */
const ended = /[.,:;!?…。，：；！？][”’"'）)》]*$/u;

/** What the search knows of each page: the words that are read on it. */
export async function searchRecords(
  pages: readonly ReadablePage[],
  context: Pick<SiteContext, "entries" | "facts">,
): Promise<ReturnType<typeof recordOf>[]> {
  const pageOf = new Map(pages.map((page) => [page.output, page]));
  const records: ReturnType<typeof recordOf>[] = [];
  for (const entry of context.entries.filter(({ kind }) => !unsearched.includes(kind))) {
    const html = await pageOf.get(fileOfAddress(entry.address))?.html();
    records.push(recordOf({ ...entry, title: shownTitle(entry, context) }, html ?? ""));
  }
  return records;
}

function recordOf({ address, language, title }: Entry, html: string) {
  const blocks = readableText(html, (classes) => classes.some((one) => unread.includes(one)));
  const [stop, blank] = language === "zh" ? ["。", ""] : [".", " "];
  const text = blocks
    // It stands above what is shown of the text.
    .filter((block) => block !== title)
    // In one line, a heading or a cell without a stop would run into what follows.
    .map((block) => (ended.test(block) ? block : block + stop))
    .join(blank);
  return { address, language, title, text };
}
