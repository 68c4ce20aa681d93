import { formatCivilDate } from "../lib/dates.ts";
import { type Language, languages } from "../lib/languages.ts";
import { compareCodeUnits, groupBy } from "../lib/lists.ts";
import { excerpt, type Problem, problemOf } from "../problems/problem.ts";
import { foldedPath, nearestName } from "../problems/suggest.ts";
import { type ContentFile, type Entry, isEvent, placeOfKey, tagAddresses } from "./entry.ts";
import { checkEvents } from "./event-checks.ts";
import type { ReadFacts, Tags } from "./facts.ts";
import { factsRules } from "./facts-rules.ts";
import { fileRules } from "./files.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

/**
 * What holds between pages: addresses, titles, days, tags, those that the site cannot be without,
 * and those that the navigation leads to.
 *
 * @param incomplete pages whose front matter has an error
 * @param facts what is read of them; what has an error is undefined
 */
export function checkPages(
  entries: readonly Entry[],
  incomplete: readonly ContentFile[],
  { navigation, tags, site }: Pick<ReadFacts, "navigation" | "tags" | "site">,
): Problem[] {
  const files = [...entries, ...incomplete];
  return [
    ...checkAddresses(files, entries),
    ...checkTitles(entries),
    ...checkUpdated(entries),
    ...(tags === undefined ? [] : checkTags(entries, tags)),
    ...checkRequired(files, entries),
    ...checkEvents(entries, site),
    ...(navigation === undefined ? [] : checkNavigation(navigation, files)),
  ];
}

/** Further pages of a list of articles, of which there are as many as the articles need. */
const furtherPage = /^(?:\/zh)?\/news\/(?:tags\/[^/]+\/)?page\/\d+\/$/;

/**
 * That no two pages have the same address, nor a page and an alias, nor two aliases. Case does not
 * tell addresses apart: on many disks it does not tell files apart. What was published and is now
 * a draft may be the alias of another page.
 */
function checkAddresses(files: readonly ContentFile[], entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const { source, address } of bySource(files)) {
    const same = foldedPath(address);
    const other = owners.get(same);
    if (other === undefined) owners.set(same, source);
    else {
      const place = { path: source, line: 1, column: 1 };
      problems.push(problemOf(fileRules, "same-address", place, { address, other }));
    }
  }

  const drafts = new Set(entries.filter(({ draft }) => draft).map(({ source }) => source));
  for (const address of tagAddresses(entries.filter(({ draft }) => !draft))) {
    owners.set(address, "the list of articles with that tag");
  }
  const aliasOwners = new Map<string, string>();
  for (const { source, aliases, aliasPlaces } of entries) {
    for (const [index, alias] of aliases.entries()) {
      const same = foldedPath(alias);
      const place = { path: source, line: 1, column: 1, ...aliasPlaces[index] };
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

function bySource<File extends ContentFile>(files: readonly File[]): File[] {
  return [...files].sort((a, b) => compareCodeUnits(a.source, b.source));
}

/**
 * That readers can tell the pages of one language apart by their titles, drafts included; events by
 * their days, too.
 */
function checkTitles(entries: readonly Entry[]): Problem[] {
  const owners = groupBy(bySource(entries), ({ language, title }) => {
    return `${language} ${title.normalize("NFC").replace(/\s+/g, " ")}`;
  });
  return [...owners.values()].flatMap((alike) =>
    alike.flatMap((entry, index) => {
      const other = alike.slice(0, index).find((one) => {
        const [day, own] = [one, entry].map(
          ({ event }) => event && formatCivilDate(event.when.start),
        );
        return day === undefined || own === undefined || day === own;
      });
      if (other === undefined) return [];
      const place = placeOfKey(entry, "title");
      return [problemOf(frontMatterRules, "title-twice", place, { other: other.source })];
    }),
  );
}

/** That no page was changed before it was published: feeds and search engines are told both days. */
function checkUpdated(entries: readonly Entry[]): Problem[] {
  return entries.flatMap((entry) => {
    const { date, updated } = entry;
    if (!date || !updated || updated.instant >= date.instant) return [];
    const values = { found: updated.written, date: date.written };
    return [problemOf(frontMatterRules, "updated-early", placeOfKey(entry, "updated"), values)];
  });
}

/** That articles have tags of the list alone, each once. */
function checkTags(entries: readonly Entry[], known: Tags): Problem[] {
  return entries.flatMap(({ source, tags }) =>
    tags.flatMap(({ slug, ...at }, index) => {
      const place = { path: source, ...at };
      if (tags.findIndex((other) => other.slug === slug) < index) {
        return [problemOf(frontMatterRules, "tag-twice", place, { tag: excerpt(slug, 40) })];
      }
      if (Object.hasOwn(known, slug)) return [];
      const values = { tag: excerpt(slug, 40), advice: adviceOnTag(slug, known) };
      return [problemOf(frontMatterRules, "tag-unknown", place, values)];
    }),
  );
}

function adviceOnTag(written: string, known: Tags): string {
  const [first, ...more] = written.split(/[,，、；;]/).map((part) => part.trim());
  if (more.length > 0) return `write each by itself: \`tags: [${[first, ...more].join(", ")}]\``;
  const slugs = Object.keys(known);
  const named = slugs.find((slug) => Object.values(known[slug] ?? {}).includes(written));
  const nearest = named ?? nearestName(written, slugs);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  const list = slugs.map((slug) => `\`${slug}\``).join(", ");
  return `delete it, or add it to content/_data/tags.yaml, which has ${list || "none yet"}`;
}

/** The pages that the site cannot be without in a language: a list of events where there are any. */
function requiredIn(language: Language, entries: readonly Entry[]): string[] {
  const isShown = (entry: Entry) => isEvent(entry) && !entry.draft && entry.language === language;
  return ["index", "news/index", "404", ...(entries.some(isShown) ? ["events/index"] : [])];
}

/** That those are there, and none of them as a draft. */
function checkRequired(files: readonly ContentFile[], entries: readonly Entry[]): Problem[] {
  const there = new Set(files.map(({ language, key }) => `${language}/${key.toLowerCase()}`));
  const required = { en: requiredIn("en", entries), zh: requiredIn("zh", entries) };
  const missing = languages.flatMap((language) =>
    required[language]
      .filter((page) => !there.has(`${language}/${page}`))
      .map((page) => {
        const place = { path: `content/${language}/${page}.md`, line: 1, column: 1 };
        return problemOf(fileRules, "page-missing", place, { page });
      }),
  );
  const drafts = entries
    .filter(({ key, draft, language }) => draft && required[language].includes(key))
    .map((entry) =>
      problemOf(fileRules, "page-draft", placeOfKey(entry, "draft"), { page: entry.key }),
    );
  return [...missing, ...drafts];
}

/** That every page the navigation leads to has its file in both languages. */
function checkNavigation(
  { data, yaml }: NonNullable<ReadFacts["navigation"]>,
  files: readonly ContentFile[],
): Problem[] {
  const sources = new Set(files.map(({ source }) => source));
  const keys = new Set(files.map(({ key }) => key));
  const problems: Problem[] = [];
  for (const [index, { page }] of data.entries()) {
    const missing = languages
      .map((language) => `content/${language}/${page}.md`)
      .filter((source) => !sources.has(source));
    const [source] = missing;
    if (source === undefined) continue;
    const near = missing.length < languages.length ? undefined : nearestName(page, keys);
    const advice =
      near === undefined
        ? `create ${missing.join(" and ")}, or take it out of the navigation`
        : `did you mean \`${near}\`?`;
    const at = yaml.find([index, "page"])?.value;
    const place = { path: yaml.path, line: 1, column: 1, ...at };
    problems.push(problemOf(factsRules, "navigation-page", place, { page, source, advice }));
  }
  return problems;
}
