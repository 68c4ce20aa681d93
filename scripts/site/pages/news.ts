import {
  type ContentFile,
  type Entry,
  lastChange,
  newestDate,
  tagAddress,
} from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { fileOfAddress, withPrefix } from "../../lib/addresses.ts";
import { type Dateline, yearText } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import type { Language } from "../../lib/languages.ts";
import { groupBy } from "../../lib/lists.ts";
import { planCard } from "./cards.ts";
import {
  type LeadPhotograph,
  leadPhotograph,
  listedAll,
  listing,
  type Page,
  type SiteContext,
  type Tag,
  tagsOf,
} from "./context.ts";
import { frameData } from "./frame.ts";
import { entryDateline } from "./words.ts";

const articlesPerPage = 20;

/** The list of news, then a list for each tag that an article has. */
export function newsPages(entry: Entry, context: SiteContext): Page[] {
  const tags = tagsOf(context.lists.articles[entry.language], entry.language, context);
  return [undefined, ...tags].flatMap((tag) => listPages(entry, tag, tags, context));
}

/**
 * A list of articles: `/news/`, and `/news/page/2/` and so on where one page does not hold them; those
 * with a tag are below `/news/tags/`.
 *
 * @param tags what the list leads to
 */
function listPages(
  entry: Entry,
  tag: Tag | undefined,
  tags: readonly Tag[],
  context: SiteContext,
): Page[] {
  const { language } = entry;
  const articles = articlesWith(tag, language, context);
  const lists = paginate(articles);
  const newest = newestDate(articles.map(lastChange));
  const first = listAddress(entry, tag);
  const other = context.lists.counterpart(entry);
  const otherArticles = other ? articlesWith(tag, other.language, context) : [];
  // Only the list of all articles is there without one.
  const isInOther = other && (!tag || otherArticles.length > 0);
  const otherPages = isInOther ? paginate(otherArticles).length : 0;
  const otherFirst = isInOther ? listAddress(other, tag) : other?.address;
  const { title, summary } = tag ? tagWords(tag, language, context) : entry;
  const above = tag ? [entry] : [];
  return lists.map((list) => {
    const address = newsPageAddress(first, list.number);
    const isSamePage = list.number <= otherPages;
    const suffix = list.number === 1 ? "" : pageSuffix(list, entry, context);
    const standing = {
      entry,
      address,
      title: title + suffix,
      summary: summary + suffix,
      counterpart: otherFirst && newsPageAddress(otherFirst, isSamePage ? list.number : 1),
      isSamePage,
      above: list.number === 1 ? above : [...above, { title, address: first }],
    };
    const listed = listing(standing, context);
    const name = (tag ? `.tag-${tag.slug}` : "") + (list.number === 1 ? "" : `.${list.number}`);
    return {
      source: entry.source,
      language,
      template: entry.source.replace(/\.md$/, `${name}.md`),
      output: fileOfAddress(address),
      texts: () => (tag ? [] : context.textsOf(entry)),
      layout: "layouts/news.njk",
      card: () => planCard(standing, context),
      listing: listed,
      newest,
      madeFrom: [
        context.readingOf(entry).hash,
        other?.textStamp,
        { ...standing, entry: undefined, above: standing.above.map((one) => one.title) },
        tags,
        list.count,
        listedAll(list.items, context),
      ],
      data: () => ({
        ...frameData(standing, context),
        listing: listed,
        list: {
          ...listData(list, first, context),
          archive: archiveLink(entry, context),
          tags: tags.map((one) => ({ ...one, current: one === tag })),
        },
      }),
    };
  });
}

/** The articles of a language that have a tag; all without one. */
function articlesWith(
  tag: Tag | undefined,
  language: Language,
  { lists }: SiteContext,
): readonly Entry[] {
  const articles = lists.articles[language];
  return tag ? articles.filter(({ tags }) => tags.some(({ slug }) => slug === tag.slug)) : articles;
}

function listAddress({ language, address }: Entry, tag: Tag | undefined): string {
  return tag ? tagAddress(language, tag.slug) : address;
}

function tagWords({ name }: Tag, language: Language, { facts }: SiteContext) {
  const words = (key: string) => fillIn(stringAt(facts.strings[language], key), { tag: name });
  return { title: words("news.tagTitle"), summary: words("news.tagSummary") };
}

function listData(list: NewsList, first: string, context: SiteContext) {
  const neighbour = (number: number) =>
    number >= 1 && number <= list.count
      ? withPrefix(context.prefix, newsPageAddress(first, number))
      : undefined;
  return {
    items: loadedInTurn(list.items.map((article) => noticeItem(article, context))),
    newer: neighbour(list.number - 1),
    older: neighbour(list.number + 1),
  };
}

/** Notices of a page, the first photograph of which is fetched before all else. */
export function loadedInTurn(items: readonly NoticeItem[]): (NoticeItem & { loading: string })[] {
  const firstWithPhoto = items.findIndex((item) => item.photo !== undefined);
  return items.map((item, index) => ({
    ...item,
    loading: index === firstWithPhoto ? "first" : "lazy",
  }));
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

/** An article or an event in a list, as `components/notice.njk` shows it. */
export interface NoticeItem {
  title: string;
  url: string;
  summary: string;
  date: Dateline | undefined;
  /** What stands below the date. */
  lines?: readonly string[];
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

/** The articles or events of one year, or those whose dates nobody recorded. */
export interface ArchiveGroup {
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

/** The headings of the lists of a language, but for those of articles: by tag, and of the archive. */
export function listHeadings(language: Language, context: SiteContext): string[] {
  const tags = tagsOf(context.lists.articles[language], language, context);
  return [
    ...tags.map((tag) => tagWords(tag, language, context).title),
    ...archiveData(language, context).map(({ title }) => title),
  ];
}

/** One page of a list of articles. */
interface NewsList {
  items: Entry[];
  /** 1-based. */
  number: number;
  /** How many pages the list has: at least 1, an empty list has one empty page. */
  count: number;
}

function pageCount(articles: number): number {
  return Math.max(1, Math.ceil(articles / articlesPerPage));
}

/** Cuts articles into pages, in order. */
function paginate(articles: readonly Entry[]): NewsList[] {
  const count = pageCount(articles.length);
  return Array.from({ length: count }, (_, index) => ({
    items: articles.slice(index * articlesPerPage, (index + 1) * articlesPerPage),
    number: index + 1,
    count,
  }));
}

/** The addresses of the lists in a language: `/news/`, `/news/page/2/` and so on, then those by tag. */
export function newsPageAddresses(
  list: Pick<ContentFile, "address" | "language">,
  files: readonly (Pick<ContentFile, "kind" | "language"> & Partial<Pick<Entry, "tags">>)[],
): string[] {
  const articles = files.filter(
    ({ kind, language }) => kind === "article" && language === list.language,
  );
  const byTag = groupBy(
    articles.flatMap(({ tags = [] }) => tags),
    ({ slug }) => slug,
  );
  const pagesOf = (address: string, { length }: readonly unknown[]) =>
    Array.from({ length: pageCount(length) }, (_, index) => newsPageAddress(address, index + 1));
  return [
    ...pagesOf(list.address, articles),
    ...[...byTag].flatMap(([slug, tagged]) => pagesOf(tagAddress(list.language, slug), tagged)),
  ];
}

/** The address of a page of a list, counted from 1. */
function newsPageAddress(address: string, number: number): string {
  return number === 1 ? address : `${address}page/${number}/`;
}
