import type { ContentFile, Entry } from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { fileOfAddress, withPrefix } from "../../lib/addresses.ts";
import { type Dateline, yearText } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import type { Language } from "../../lib/languages.ts";
import { groupBy } from "../../lib/lists.ts";
import {
  entryDateline,
  type LeadPhotograph,
  leadPhotograph,
  listing,
  type Page,
  type SiteContext,
} from "./context.ts";
import { frameData } from "./frame.ts";

const articlesPerPage = 20;

/** The list of news: `/news/`, and `/news/page/2/` and so on where one page does not hold them. */
export function newsPages(entry: Entry, context: SiteContext): Page[] {
  const other = context.lists.counterpart(entry);
  const archive = archiveLink(entry, context);
  const otherPages = other ? paginate(context.lists.articles[other.language]).length : 0;
  return paginate(context.lists.articles[entry.language]).map((list) => {
    const address = newsPageAddress(entry.address, list.number);
    const isSamePage = list.number <= otherPages;
    const suffix = list.number === 1 ? "" : pageSuffix(list, entry, context);
    const standing = {
      entry,
      address,
      title: entry.title + suffix,
      summary: entry.summary + suffix,
      counterpart: other && newsPageAddress(other.address, isSamePage ? list.number : 1),
      isSamePage,
    };
    const listed = listing(standing, context);
    return {
      source: entry.source,
      template:
        list.number === 1 ? entry.source : entry.source.replace(/\.md$/, `.${list.number}.md`),
      output: fileOfAddress(address),
      body: entry.body,
      layout: "layouts/news.njk",
      listing: listed,
      data: {
        ...frameData(standing, context),
        listing: listed,
        list: { ...listData(list, entry, context), archive },
      },
    };
  });
}

function listData(list: NewsList, entry: Entry, context: SiteContext) {
  const items = list.items.map((article) => noticeItem(article, context));
  const firstWithPhoto = items.findIndex((item) => item.photo !== undefined);
  const neighbour = (number: number) =>
    number >= 1 && number <= list.count
      ? withPrefix(context.prefix, newsPageAddress(entry.address, number))
      : undefined;
  return {
    items: items.map((item, index) => ({
      ...item,
      loading: index === firstWithPhoto ? "first" : "lazy",
    })),
    newer: neighbour(list.number - 1),
    older: neighbour(list.number + 1),
  };
}

function archiveLink({ language }: Entry, { prefix, lists }: SiteContext) {
  const archive = lists.entry(language, "news/archive");
  return archive && { title: archive.title, url: withPrefix(prefix, archive.address) };
}

function pageSuffix(list: NewsList, entry: Entry, { facts }: SiteContext): string {
  const words = fillIn(stringAt(facts.strings[entry.language], "news.page"), {
    number: list.number,
    count: list.count,
  });
  return ` (${words})`;
}

/** An article in a list, as `components/notice.njk` shows it. */
interface NoticeItem {
  title: string;
  url: string;
  summary: string;
  date: Dateline | undefined;
  photo: LeadPhotograph | undefined;
}

/** See {@link NoticeItem}. */
export function noticeItem(article: Entry, context: SiteContext): NoticeItem {
  return {
    title: article.title,
    url: withPrefix(context.prefix, article.address),
    summary: article.summary,
    date: entryDateline(article),
    photo: leadPhotograph(article, context),
  };
}

/** The articles of one year, or those whose dates nobody recorded. */
interface ArchiveGroup {
  /** With an underscore, which the id of no heading in Markdown has. */
  id: string;
  title: string;
  articles: { title: string; url: string; date: Dateline | undefined }[];
}

/** All articles of a language by year, as `partials/archive-list.njk` shows them: newest first. */
export function archiveData(language: Language, context: SiteContext): ArchiveGroup[] {
  const years = groupBy(context.lists.articles[language], ({ archive, date }) =>
    archive ? undefined : date?.day.year,
  );
  return [...years].map(([year, articles]) => ({
    ...heading(year, language, context),
    articles: articles.map((article) => ({
      title: article.title,
      url: withPrefix(context.prefix, article.address),
      date: entryDateline(article),
    })),
  }));
}

function heading(year: number | undefined, language: Language, { facts }: SiteContext) {
  if (year === undefined) {
    return { id: "articles_undated", title: stringAt(facts.strings[language], "news.archive") };
  }
  return { id: `articles_${year}`, title: yearText(year, language) };
}

/** One page of the list of news. */
interface NewsList {
  items: Entry[];
  /** 1-based. */
  number: number;
  /** How many pages the list has: at least 1, an empty list has one empty page. */
  count: number;
}

/** Cuts articles into pages, in order. */
function paginate(articles: readonly Entry[]): NewsList[] {
  const count = Math.max(1, Math.ceil(articles.length / articlesPerPage));
  return Array.from({ length: count }, (_, index) => ({
    items: articles.slice(index * articlesPerPage, (index + 1) * articlesPerPage),
    number: index + 1,
    count,
  }));
}

/** The addresses of a list of news: `/news/`, and `/news/page/2/` and so on. */
export function newsPageAddresses(
  list: Pick<ContentFile, "address" | "language">,
  files: readonly Pick<ContentFile, "kind" | "language">[],
): string[] {
  const { length } = files.filter(
    ({ kind, language }) => kind === "article" && language === list.language,
  );
  const count = Math.max(1, Math.ceil(length / articlesPerPage));
  return Array.from({ length: count }, (_, index) => newsPageAddress(list.address, index + 1));
}

/** The address of a page of a list, counted from 1. */
function newsPageAddress(address: string, number: number): string {
  return number === 1 ? address : `${address}page/${number}/`;
}
