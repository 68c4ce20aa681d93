import { compareCodeUnits } from "../lib/compare-code-units.ts";
import { foldedPath } from "../lib/folded-path.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { ContentFile, Entry } from "./entry.ts";
import { fileRules } from "./file-rules.ts";

/** Further pages of the list of news, of which there are as many as the articles need. */
const furtherPage = /^(?:\/zh)?\/news\/page\/\d+\/$/;

/**
 * That no two pages have the same address, nor a page and an alias, nor two aliases. Case does not
 * tell addresses apart: on many disks it does not tell files apart. What was published and is now
 * a draft may be the alias of another page.
 */
export function checkAddresses(
  files: readonly ContentFile[],
  entries: readonly Entry[],
): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const { source, address } of [...files].sort((a, b) =>
    compareCodeUnits(a.source, b.source),
  )) {
    const same = foldedPath(address);
    const other = owners.get(same);
    if (other === undefined) owners.set(same, source);
    else {
      const place = { path: source, line: 1, column: 1 };
      problems.push(problemOf(fileRules, "same-address", place, { address, other }));
    }
  }

  const drafts = new Set(entries.filter(({ draft }) => draft).map(({ source }) => source));
  const aliasOwners = new Map<string, string>();
  for (const { source, aliases, aliasPlaces } of entries) {
    for (const [index, alias] of aliases.entries()) {
      const same = foldedPath(alias);
      const { line = 1, column = 1 } = aliasPlaces[index] ?? {};
      const place = { path: source, line, column };
      const page = furtherPage.test(same) ? "the list of news" : owners.get(same);
      const other = aliasOwners.get(same);
      if (page !== undefined && (page === source || !drafts.has(page))) {
        const whose = page === source ? "this page itself" : page;
        problems.push(problemOf(fileRules, "alias-taken", place, { alias, other: whose }));
      } else if (other !== undefined) {
        const whose = other === source ? "this file" : other;
        problems.push(problemOf(fileRules, "alias-twice", place, { alias, other: whose }));
      } else aliasOwners.set(same, source);
    }
  }
  return problems;
}
