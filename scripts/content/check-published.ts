import { foldedPath } from "../lib/folded-path.ts";
import type { Language } from "../lib/language.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { addressRules } from "./address-rules.ts";
import type { Entry } from "./entry.ts";
import { findSuccessor } from "./find-successor.ts";
import type { PublishedAddress } from "./parse-addresses.ts";

/** An address at which nothing would be shown any more, and the draft that is there, if one is. */
interface Lost {
  listed: PublishedAddress;
  draft: Entry | undefined;
  successor: Successor;
}

type Successor = Pick<Entry, "source" | "aliases" | "places">;

/**
 * That every address ever published is that of a page or an alias. Files are what counts, not what
 * is due today; drafts and their aliases are no pages.
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
  const kept = new Set(pages.flatMap((page) => [page.address, ...page.aliases]).map(foldedPath));
  const listed = new Set(published.map(({ address }) => address));
  const lost: Lost[] = [];
  for (const one of published) {
    if (kept.has(foldedPath(one.address)) || isUnknown(one.address)) continue;
    const language = one.address.startsWith("/zh/") ? "zh" : "en";
    const candidates = pages.filter((page) => page.language === language);
    const successor = findSuccessor(one.address, candidates, (address) => listed.has(address));
    lost.push({
      listed: one,
      draft: drafts.get(one.address),
      successor: successor ?? welcome(language),
    });
  }
  return lost.map((one) => tell(one, lost));
}

/** The page that every site must have, be its front matter as it may. */
function welcome(language: Language): Successor {
  return { source: `content/${language}/index.md`, aliases: [], places: new Map() };
}

function tell({ listed, draft, successor }: Lost, lost: readonly Lost[]): Problem {
  const { address } = listed;
  // Each page has one such line: it names all the addresses that are to lead there.
  const added = lost
    .filter((one) => one.successor.source === successor.source)
    .map((one) => one.listed.address);
  const aliases = [...new Set([...successor.aliases, ...added])];
  const line = `aliases: [${aliases.map((alias) => `"${alias}"`).join(", ")}]`;
  const there = successor.places.get("aliases");
  const change =
    there === undefined
      ? `add to the front matter of ${successor.source}`
      : `change the aliases in line ${there.line} of ${successor.source} to`;
  if (draft === undefined) {
    return problemOf(addressRules, "address-lost", listed, { address, change, line });
  }
  const { line: at = 1, column = 1 } = draft.places.get("draft") ?? {};
  const place = { path: draft.source, line: at, column };
  return problemOf(addressRules, "address-withdrawn", place, { address, change, line });
}
