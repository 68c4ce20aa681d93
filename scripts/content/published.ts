import { isDownload, languageAt } from "../lib/addresses.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { type Place, type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { foldedPath, nearestName } from "../problems/suggest.ts";
import { parseYaml } from "../problems/yaml.ts";
import { type Entry, pageFolders, placeOfKey, tagAddresses, tagAt } from "./entry.ts";

/** The list of the addresses that were ever published, from the project's root. */
export const addressesPath = "content/_data/addresses.json";

/** An address that was published once, and where the list names it. */
export interface PublishedAddress extends Place {
  address: string;
}

/**
 * Reads the list of published addresses: JSON, and with it the commas that a merge leaves over.
 *
 * @param text of the file, if there is one
 */
export function parseAddresses(text: string | undefined): {
  addresses: PublishedAddress[];
  problems: Problem[];
} {
  const top = { path: addressesPath, line: 1, column: 1 };
  if (text === undefined) {
    return { addresses: [], problems: [problemOf(addressRules, "addresses-missing", top, {})] };
  }
  // Every JSON text is YAML, whose reader tells where things stand.
  const yaml = parseYaml({ path: addressesPath, text, firstLine: 1, list: true });
  const [fault] = yaml.problems;
  if (fault !== undefined || !Array.isArray(yaml.data)) {
    const place = fault ?? top;
    return { addresses: [], problems: [problemOf(addressRules, "addresses-malformed", place, {})] };
  }
  const addresses: PublishedAddress[] = [];
  const problems: Problem[] = [];
  for (const [index, address] of yaml.data.entries()) {
    const found = yaml.find([index]);
    const place = { ...top, ...found?.value };
    // As file names make them: see `lib/addresses.ts`.
    if (
      typeof address === "string" &&
      /^\/(?:[a-z0-9-]+\/)*$|^\/downloads\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.[a-z]+$/.test(address)
    )
      addresses.push({ address, ...place });
    else {
      const values = { found: found?.text ?? found?.written ?? "" };
      problems.push(problemOf(addressRules, "addresses-form", place, values));
    }
  }
  return { addresses, problems };
}

/** The text of the list of published addresses: JSON, each once, sorted, one a line. */
export function formatAddresses(addresses: Iterable<string>): string {
  return `${JSON.stringify([...new Set(addresses)].sort(compareCodeUnits), undefined, 2)}\n`;
}

/** An address at which nothing would be shown any more, and the draft that is there, if one is. */
interface Lost {
  listed: PublishedAddress;
  draft: Entry | undefined;
  successor: Pick<Entry, "source" | "aliases" | "places">;
}

/**
 * That every address ever published is that of a page, a list of articles by tag or an alias. Files
 * are what counts, not what is due today; drafts and their aliases are no pages.
 *
 * @param entries pages whose front matter is in order
 * @param isUnknown whether a page with errors may have an address, or an alias of it
 */
export function checkPublished(
  published: readonly PublishedAddress[],
  entries: readonly Entry[],
  isUnknown: (address: string) => boolean,
): Problem[] {
  const pages = entries.filter(({ draft }) => !draft);
  const drafts = new Map(entries.filter(({ draft }) => draft).map((one) => [one.address, one]));
  const shown = pages.flatMap((page) => [page.address, ...page.aliases]);
  const kept = new Set([...shown, ...tagAddresses(pages)].map(foldedPath));
  const listed = new Set(published.map(({ address }) => address));
  const lost: Lost[] = [];
  for (const one of published) {
    // Files for downloading have a check of their own.
    if (isDownload(one.address)) continue;
    if (kept.has(foldedPath(one.address)) || isUnknown(one.address)) continue;
    const language = languageAt(one.address);
    const candidates = pages.filter((page) => page.language === language);
    // Welcome every site must have, be its front matter as it may.
    const welcome = { source: `content/${language}/index.md`, aliases: [], places: {} };
    const successor = findSuccessor(one.address, candidates, listed) ?? welcome;
    lost.push({ listed: one, draft: drafts.get(one.address), successor });
  }
  return lost.map((one) => tell(one, lost));
}

function tell({ listed, draft, successor }: Lost, lost: readonly Lost[]): Problem {
  const { address } = listed;
  // Each page has one such line: it names all the addresses that are to lead there.
  const added = lost
    .filter((one) => one.successor.source === successor.source)
    .map((one) => one.listed.address);
  const aliases = [...new Set([...successor.aliases, ...added])];
  const line = `aliases: [${aliases.map((alias) => `"${alias}"`).join(", ")}]`;
  const there = successor.places.aliases;
  const change =
    there === undefined
      ? `add to the front matter of ${successor.source}`
      : `change the aliases in line ${there.line} of ${successor.source} to`;
  const tag = tagAt(address);
  if (tag !== undefined) {
    return problemOf(addressRules, "address-tag-lost", listed, { address, tag, change, line });
  }
  if (draft === undefined) {
    return problemOf(addressRules, "address-lost", listed, { address, change, line });
  }
  const place = placeOfKey(draft, "draft");
  return problemOf(addressRules, "address-withdrawn", place, { address, change, line });
}

/**
 * The page that most likely took the place of the one that had `address`: of the same name
 * elsewhere; a new one of a like name, or the only new one of its kind; any of a like name; else
 * the list of news for an article or of events for an event, and Welcome. For articles by tag the
 * list of all. Undefined if none of these is there.
 *
 * @param pages of one language
 * @param listed all that were published before
 */
function findSuccessor(
  address: string,
  pages: readonly Entry[],
  listed: ReadonlySet<string>,
): Entry | undefined {
  if (tagAt(address) !== undefined) return pages.find(({ kind }) => kind === "news");
  const name = lastStep(address);
  const named = (candidates: readonly Entry[]): Entry | undefined => {
    const nearest = nearestName(
      name,
      candidates.map((page) => lastStep(page.address)),
    );
    return candidates.find((page) => lastStep(page.address) === nearest);
  };
  const [, folder = ""] = /\/([^/]+)\/[^/]+\/$/.exec(address) ?? [];
  const wanted = pageFolders.get(folder) ?? "page";
  const ordinary = pages.filter(({ kind }) => ["article", "event", "page"].includes(kind));
  const fresh = ordinary.filter((page) => !listed.has(page.address));
  const alike = fresh.filter(({ kind }) => kind === wanted);
  return (
    ordinary.find((page) => lastStep(page.address) === name) ??
    named(fresh) ??
    (alike.length === 1 ? alike[0] : undefined) ??
    named(ordinary) ??
    // Their lists are of the kinds that the folders are called.
    [folder, "welcome"].flatMap((kind) => pages.find((page) => page.kind === kind) ?? [])[0]
  );
}

function lastStep(address: string): string {
  return address.split("/").at(-2) ?? "";
}

const file = "content/en/news/index.md";
const line = 'aliases: ["/news/culture-day/"]';

/** What can be wrong with the list of published addresses, and with pages that it names. */
export const addressRules = {
  "addresses-missing": {
    severity: "error",
    message: "the list of published addresses is missing, so that no address could be kept",
    remedy:
      "bring it back from the history of the repository; for a site never published, write `[]`",
    example: {},
  },
  "addresses-malformed": {
    severity: "error",
    message: "this is not the list that `npm run addresses` writes",
    remedy: "bring the file back from the history of the repository",
    example: {},
  },
  "addresses-form": {
    severity: "error",
    message: "`{found}` is not the address of a page or file of this site",
    remedy: "write it from the first slash to the last, such as `/about/`, or delete the line",
    example: { found: "/about" },
  },
  "address-lost": {
    severity: "error",
    message: "the page `{address}` was published, and its file is gone",
    remedy: "lead its readers on: {change} `{line}`",
    example: { address: "/news/culture-day/", change: `add to the front matter of ${file}`, line },
  },
  "address-tag-lost": {
    severity: "error",
    message: "the list `{address}` was published, and no article has the tag `{tag}` any more",
    remedy: "give the tag to an article again, or lead its readers on: {change} `{line}`",
    example: {
      address: "/news/tags/heritage/",
      tag: "heritage",
      change: `add to the front matter of ${file}`,
      line: 'aliases: ["/news/tags/heritage/"]',
    },
  },
  "address-withdrawn": {
    severity: "error",
    message: "the page `{address}` was published, and a draft is not shown",
    remedy: "delete `draft: true`, or lead its readers on: {change} `{line}`",
    example: { address: "/news/culture-day/", change: `add to the front matter of ${file}`, line },
  },
} as const satisfies Rules;
