import { nearestName } from "../lib/nearest-name.ts";
import type { Entry } from "./entry.ts";

/**
 * The page that most likely took the place of the one that had `address`: of the same name
 * elsewhere; a new one of a like name, or the only new one of its kind; any of a like name; else
 * the list of news for an article, and Welcome. Undefined if none of these is there.
 *
 * @param pages of one language
 * @param isListed whether an address was published before
 */
export function findSuccessor(
  address: string,
  pages: readonly Entry[],
  isListed: (address: string) => boolean,
): Entry | undefined {
  const name = lastStep(address);
  const named = (candidates: readonly Entry[]): Entry | undefined => {
    const nearest = nearestName(
      name,
      candidates.map((page) => lastStep(page.address)),
    );
    return candidates.find((page) => lastStep(page.address) === nearest);
  };
  const isArticle = /\/news\/[^/]+\/$/.test(address);
  const ordinary = pages.filter(({ kind }) => kind === "article" || kind === "page");
  const fresh = ordinary.filter((page) => !isListed(page.address));
  const alike = fresh.filter(({ kind }) => (kind === "article") === isArticle);
  const sections = isArticle ? ["news", "welcome"] : ["welcome"];
  return (
    ordinary.find((page) => lastStep(page.address) === name) ??
    named(fresh) ??
    (alike.length === 1 ? alike[0] : undefined) ??
    named(ordinary) ??
    sections.flatMap((kind) => pages.find((page) => page.kind === kind) ?? [])[0]
  );
}

function lastStep(address: string): string {
  return address.split("/").at(-2) ?? "";
}
