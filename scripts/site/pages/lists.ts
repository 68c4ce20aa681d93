import { type Entry, type EventEntry, isEvent } from "../../content/entry.ts";
import { type Language, otherLanguage } from "../../lib/languages.ts";
import { compareCodeUnits } from "../../lib/lists.ts";

/** Which entries belong together; made once a build, since thousands of pages ask. */
interface SiteLists {
  /** Newest first, the archive last. */
  articles: Readonly<Record<Language, readonly Entry[]>>;
  /** In the order of the entries. */
  events: Readonly<Record<Language, readonly EventEntry[]>>;
  /** Those of no particular kind. */
  pages: Readonly<Record<Language, readonly Entry[]>>;
  /** The entry of a key such as `about` or `news/index`. */
  entry(language: Language, key: string): Entry | undefined;
  /** The list that an entry stands in. */
  above(entry: Pick<Entry, "kind" | "language">): Entry | undefined;
  /** The same page in the other language. */
  counterpart(entry: Entry): Entry | undefined;
  /** The articles before and after one in time. */
  neighbours(article: Entry): { previous: Entry | undefined; next: Entry | undefined };
}

/** See {@link SiteLists}. */
export function siteLists(entries: readonly Entry[]): SiteLists {
  const articlesIn = (language: Language) =>
    sortArticles(
      entries.filter((entry) => entry.kind === "article" && entry.language === language),
    );
  const articles = { en: articlesIn("en"), zh: articlesIn("zh") };
  const eventsIn = (language: Language) =>
    entries.filter(isEvent).filter((entry) => entry.language === language);
  const pagesIn = (language: Language) =>
    entries.filter((entry) => entry.kind === "page" && entry.language === language);
  const byKey = new Map(entries.map((entry) => [`${entry.language}/${entry.key}`, entry]));
  const entry = (language: Language, key: string) => byKey.get(`${language}/${key}`);
  const places = new Map(
    [...articles.en.entries(), ...articles.zh.entries()].map(([index, entry]) => [entry, index]),
  );
  return {
    articles,
    events: { en: eventsIn("en"), zh: eventsIn("zh") },
    pages: { en: pagesIn("en"), zh: pagesIn("zh") },
    entry,
    above({ kind, language }) {
      if (kind === "event") return entry(language, "events/index");
      return kind === "article" || kind === "archive" ? entry(language, "news/index") : undefined;
    },
    counterpart: ({ language, key }) => entry(otherLanguage(language), key),
    neighbours(article) {
      const list = articles[article.language];
      const place = places.get(article) ?? Number.NaN;
      return { previous: list[place + 1], next: list[place - 1] };
    },
  };
}

/**
 * Newest first. Articles from the archive, whose dates nobody recorded, come after all dated ones.
 * Equal dates are settled by the file's name, so that the order is the same on every machine.
 */
export function sortArticles(articles: readonly Entry[]): Entry[] {
  return [...articles].sort(
    (a, b) =>
      Number(a.archive) - Number(b.archive) ||
      (b.due ?? 0) - (a.due ?? 0) ||
      compareCodeUnits(a.key, b.key),
  );
}
