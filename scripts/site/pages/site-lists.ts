import type { Entry } from "../../content/entry.ts";
import type { Language } from "../../lib/language.ts";
import { sortArticles } from "./sort-articles.ts";

/** Which entries belong together; made once a build, since thousands of pages ask. */
export interface SiteLists {
  /** Newest first, the archive last. */
  articles: Readonly<Record<Language, readonly Entry[]>>;
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
  const byKey = new Map(entries.map((entry) => [`${entry.language}/${entry.key}`, entry]));
  const places = new Map(
    [...articles.en.entries(), ...articles.zh.entries()].map(([index, entry]) => [entry, index]),
  );
  return {
    articles,
    counterpart: (entry) => byKey.get(`${entry.language === "en" ? "zh" : "en"}/${entry.key}`),
    neighbours(article) {
      const list = articles[article.language];
      const place = places.get(article) ?? Number.NaN;
      return { previous: list[place + 1], next: list[place - 1] };
    },
  };
}
