import { languages } from "../lib/languages.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { type Problem, problemOf } from "../problems/problem.ts";
import { foldedPath, nearestName } from "../problems/suggest.ts";
import type { ContentFile, Entry } from "./entry.ts";
import type { ReadFacts } from "./facts.ts";
import { factsRules } from "./facts-rules.ts";
import { fileRules } from "./files.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

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

/** That readers can tell the pages of one language apart by their titles, drafts included. */
export function checkTitles(entries: readonly Entry[]): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const entry of [...entries].sort((a, b) => compareCodeUnits(a.source, b.source))) {
    const { source, title, places } = entry;
    const shown = `${entry.language} ${title.normalize("NFC").replace(/\s+/g, " ")}`;
    const other = owners.get(shown);
    if (other === undefined) owners.set(shown, source);
    else {
      const { line = 1, column = 1 } = places.get("title") ?? {};
      const place = { path: source, line, column };
      problems.push(problemOf(frontMatterRules, "title-twice", place, { other }));
    }
  }
  return problems;
}

/** That no page was changed before it was published: feeds and search engines are told both days. */
export function checkUpdated(entries: readonly Entry[]): Problem[] {
  return entries.flatMap(({ source, date, updated, places }) => {
    if (!date || !updated || updated.instant >= date.instant) return [];
    const { line = 1, column = 1 } = places.get("updated") ?? {};
    const values = { found: updated.written, date: date.written };
    return [problemOf(frontMatterRules, "updated-early", { path: source, line, column }, values)];
  });
}

/** Pages that the site cannot be without, in each language. */
const required = ["index", "news/index", "404"];

/** That the site has the pages it cannot be without, and none of them as a draft. */
export function checkRequired(files: readonly ContentFile[], entries: readonly Entry[]): Problem[] {
  const there = new Set(files.map(({ language, key }) => `${language}/${key.toLowerCase()}`));
  const missing = languages.flatMap((language) =>
    required
      .filter((page) => !there.has(`${language}/${page}`))
      .map((page) => {
        const place = { path: `content/${language}/${page}.md`, line: 1, column: 1 };
        return problemOf(fileRules, "page-missing", place, { page });
      }),
  );
  const drafts = entries
    .filter(({ key, draft }) => draft && required.includes(key))
    .map(({ key, source, places }) => {
      const { line = 1, column = 1 } = places.get("draft") ?? {};
      return problemOf(fileRules, "page-draft", { path: source, line, column }, { page: key });
    });
  return [...missing, ...drafts];
}

/** That every page the navigation leads to has its file in both languages. */
export function checkNavigation(
  { data, yaml }: NonNullable<ReadFacts["navigation"]>,
  files: readonly ContentFile[],
): Problem[] {
  const sources = new Set(files.map(({ source }) => source));
  const problems: Problem[] = [];
  for (const [index, { page }] of data.entries()) {
    const missing = languages
      .map((language) => `content/${language}/${page}.md`)
      .filter((source) => !sources.has(source));
    const [source] = missing;
    if (source === undefined) continue;
    const near =
      missing.length < languages.length
        ? undefined
        : nearestName(page, new Set(files.map(({ key }) => key)));
    const advice =
      near === undefined
        ? `create ${missing.join(" and ")}, or take it out of the navigation`
        : `did you mean \`${near}\`?`;
    const { line = 1, column = 1 } = yaml.find([index, "page"])?.value ?? {};
    const place = { path: yaml.path, line, column };
    problems.push(problemOf(factsRules, "navigation-page", place, { page, source, advice }));
  }
  return problems;
}
