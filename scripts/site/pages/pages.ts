import {
  type Entry,
  isEvent,
  isPublished,
  type Kind,
  lastChange,
  newestDate,
  tagAddresses,
} from "../../content/entry.ts";
import { absoluteAddress, fileOfAddress, withPrefix } from "../../lib/addresses.ts";
import { dateline } from "../../lib/dates.ts";
import { languageTag } from "../../lib/languages.ts";
import { groupBy } from "../../lib/lists.ts";
import { foldedPath } from "../../problems/suggest.ts";
import { planCard } from "./cards.ts";
import {
  leadPhotograph,
  listedAll,
  listing,
  type Page,
  plannedNow,
  type SiteContext,
  tagsOf,
} from "./context.ts";
import { eventData, eventListData } from "./events.ts";
import { fixedPageData } from "./fixed-pages.ts";
import { frameData } from "./frame.ts";
import { archiveData, newsPages } from "./news.ts";
import { bylines, entryDateline, shownTitle } from "./words.ts";

/**
 * Every page of the site: one an entry, for the lists of news as many as their articles need, and those that
 * stand at old addresses.
 */
export function planPages(context: SiteContext): Page[] {
  const pages = context.entries.flatMap((entry) =>
    entry.kind === "news" ? newsPages(entry, context) : [singlePage(entry, context)],
  );
  const linked = groupBy(context.downloadUses, ({ path }) => path);
  const withLinked = pages.map((page) => {
    const files = linked.get(page.source)?.map(({ address }) => context.downloads.get(address));
    return files ? { ...page, madeFrom: [page.madeFrom, files] } : page;
  });
  return [...withLinked, ...redirectPages(context)];
}

const layouts: Readonly<Record<Exclude<Kind, "news">, string>> = {
  welcome: "layouts/welcome.njk",
  about: "layouts/about.njk",
  archive: "layouts/archive.njk",
  article: "layouts/article.njk",
  events: "layouts/events.njk",
  event: "layouts/event.njk",
  contact: "layouts/contact.njk",
  search: "layouts/search.njk",
  credits: "layouts/credits.njk",
  notFound: "layouts/not-found.njk",
  page: "layouts/page.njk",
};

/** The one page of an entry that is not a list. */
function singlePage(entry: Entry, context: SiteContext): Page {
  if (entry.kind === "news") throw new Error("the list of news is more than one page");
  const standing = {
    ...entry,
    title: shownTitle(entry, context),
    entry,
    counterpart: context.lists.counterpart(entry)?.address,
    isSamePage: true,
  };
  const listed = listing(standing, context);
  const sources = ownSources(entry, context);
  const data = () => ({
    ...frameData(standing, context),
    listing: listed,
    photo: leadPhotograph(entry, context),
    ...ownData(entry, context),
  });
  return {
    source: entry.source,
    language: entry.language,
    template: entry.source,
    output: fileOfAddress(entry.address),
    texts: () => context.textsOf(entry),
    layout: layouts[entry.kind],
    card: () => planCard(standing, context),
    listing: listed,
    newest: newestDate(listedOn(entry, context).map(lastChange)),
    ...(sources === undefined ? plannedNow(entry, data(), context) : { data, madeFrom: sources }),
  };
}

/** What a page lists, but for the pages of news. */
function listedOn({ kind, language }: Entry, { lists }: SiteContext): readonly Entry[] {
  if (kind === "archive") return lists.articles[language];
  return kind === "events" ? lists.events[language] : [];
}

/**
 * What an article's page, or one of all articles, is made from: of ten thousand pages it spares half a second to look at
 * this and not at what is made of it. Of other pages undefined, which are few.
 */
function ownSources(entry: Entry, context: SiteContext): unknown {
  const { kind, language, updated } = entry;
  const { hash } = context.readingOf(entry);
  const counterpart = context.lists.counterpart(entry);
  if (kind === "archive" || kind === "search") {
    const articles = context.lists.articles[language];
    return [hash, counterpart?.textStamp, listedAll(articles, context)];
  }
  if (kind !== "article") return undefined;
  const { previous, next } = context.lists.neighbours(entry);
  const beside = [previous, next].map((one) => one && context.readingOf(one).listed);
  const translation = counterpart && context.readingOf(counterpart).hash;
  return [hash, updated?.written, isPublished(entry, context.now), translation, beside];
}

function ownData(entry: Entry, context: SiteContext): Record<string, unknown> {
  if (isEvent(entry)) return eventData(entry, context);
  switch (entry.kind) {
    case "article":
      return articleData(entry, context);
    case "archive":
      return { archive: archiveData(entry.language, context) };
    case "search":
      return {
        search: { action: withPrefix(context.prefix, entry.address) },
        archive: archiveData(entry.language, context),
      };
    case "events":
      return eventListData(entry, context);
    default:
      return fixedPageData(entry, context);
  }
}

function articleData(entry: Entry, context: SiteContext) {
  const { previous, next } = context.lists.neighbours(entry);
  const link = (article: Entry | undefined) =>
    article && { title: article.title, url: withPrefix(context.prefix, article.address) };
  return {
    dateline: entryDateline(entry),
    bylines: bylines(entry, context),
    updated: entry.updated && dateline(entry.updated.day, entry.language),
    // Eleventy has a `tags` of its own.
    tagLinks: tagsOf([entry], entry.language, context),
    neighbours: { previous: link(previous), next: link(next) },
  };
}

/** A page at each old address that leads on to the new one, for hosts that know no redirects. */
function redirectPages(context: SiteContext): Page[] {
  const { facts, origin, prefix } = context;
  return listRedirects(context).map(({ from, entry, number }) => {
    const { source, language, title, address } = entry;
    const data = {
      entry: {
        source,
        language,
        languageTag: languageTag[language],
        title,
        documentTitle: `${title} · ${facts.site.name[language]}`,
        canonical: absoluteAddress(address, { origin, prefix }),
        url: withPrefix(prefix, address),
      },
    };
    return {
      source,
      language,
      template: source.replace(/\.md$/, `.alias-${number}.md`),
      output: fileOfAddress(from),
      texts: () => [],
      layout: "layouts/redirect.njk",
      card: () => undefined,
      listing: undefined,
      data: () => data,
      madeFrom: data.entry,
    };
  });
}

/** An old address, and what it leads to. */
interface Redirect {
  /** From the site's root, as is the address of `entry`. */
  from: string;
  entry: Entry;
  /** Which of the entry's old addresses it is, from 1. */
  number: number;
}

/**
 * The old addresses that lead on. Only what is shown is led to; an old address that has a page again,
 * a draft in the preview, is that page's. Aliases lead to pages alone, so there are no chains.
 */
export function listRedirects({ entries }: SiteContext): Redirect[] {
  const addresses = [...entries.map(({ address }) => address), ...tagAddresses(entries)];
  const shown = new Set(addresses.map(foldedPath));
  return entries.flatMap((entry) =>
    entry.aliases
      .filter((alias) => !shown.has(foldedPath(alias)))
      .map((from, index) => ({ from, entry, number: index + 1 })),
  );
}
