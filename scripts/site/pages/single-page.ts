import type { Entry, Kind } from "../../content/entry.ts";
import { fileOfAddress, withPrefix } from "../../lib/addresses.ts";
import { dateline } from "../../lib/dates.ts";
import { aboutData } from "./about-data.ts";
import { archiveData } from "./archive-data.ts";
import { contactData } from "./contact-data.ts";
import { creditsData } from "./credits-data.ts";
import { entryDateline } from "./entry-dateline.ts";
import { frameData } from "./frame-data.ts";
import { leadPhotograph } from "./lead-photograph.ts";
import { listing } from "./listing.ts";
import type { Page } from "./page.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteLists } from "./site-lists.ts";
import { welcomeData } from "./welcome-data.ts";

const layouts: Readonly<Record<Exclude<Kind, "news">, string>> = {
  welcome: "layouts/welcome.njk",
  about: "layouts/about.njk",
  archive: "layouts/archive.njk",
  article: "layouts/article.njk",
  contact: "layouts/contact.njk",
  search: "layouts/search.njk",
  credits: "layouts/credits.njk",
  notFound: "layouts/not-found.njk",
  page: "layouts/page.njk",
};

/** The one page of an entry that is not a list. */
export function singlePage(entry: Entry, context: SiteContext, lists: SiteLists): Page {
  if (entry.kind === "news") throw new Error("the list of news is more than one page");
  const standing = {
    ...entry,
    entry,
    counterpart: lists.counterpart(entry)?.address,
    isSamePage: true,
  };
  const listed = listing(standing, context);
  return {
    source: entry.source,
    template: entry.source,
    output: fileOfAddress(entry.address),
    body: entry.body,
    layout: layouts[entry.kind],
    listing: listed,
    data: {
      ...frameData(standing, context, lists),
      listing: listed,
      photo: leadPhotograph(entry, context),
      ...ownData(entry, context, lists),
    },
  };
}

function ownData(entry: Entry, context: SiteContext, lists: SiteLists): Record<string, unknown> {
  switch (entry.kind) {
    case "welcome":
      return welcomeData(entry, context, lists);
    case "about":
      return aboutData(entry, context);
    case "contact":
      return { contact: contactData(entry, context) };
    case "article":
      return articleData(entry, context, lists);
    case "archive":
      return { archive: archiveData(entry.language, context, lists) };
    case "search":
      return {
        search: { action: withPrefix(context.prefix, entry.address) },
        archive: archiveData(entry.language, context, lists),
      };
    case "credits":
      return { credits: creditsData(entry.language, context, lists) };
    default:
      return {};
  }
}

function articleData(entry: Entry, context: SiteContext, lists: SiteLists) {
  const { previous, next } = lists.neighbours(entry);
  const link = (article: Entry | undefined) =>
    article && { title: article.title, url: withPrefix(context.prefix, article.address) };
  return {
    dateline: entryDateline(entry),
    updated: entry.updated && dateline(entry.updated.day, entry.language),
    neighbours: { previous: link(previous), next: link(next) },
  };
}
