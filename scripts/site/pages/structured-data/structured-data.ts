import type { Entry, Kind } from "../../../content/entry.ts";
import { absoluteAddress } from "../../../lib/addresses.ts";
import { languageTag, otherLanguage } from "../../../lib/languages.ts";
import {
  breadcrumbNode,
  type JsonLdNode,
  newsArticleNode,
  organisationNode,
  serialiseJsonLd,
  webPageNode,
  webSiteNode,
} from "../../../outputs/structured-data.ts";
import type { Standing } from "../frame-data.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteLists } from "../site-lists.ts";
import { articleImages } from "./article-images.ts";
import { siteIds } from "./site-ids.ts";
import { trailTo } from "./trail-to.ts";

/** The types of https://schema.org/WebPage for pages that are one. */
const pageTypes: Readonly<Record<Exclude<Kind, "welcome" | "article" | "notFound">, string>> = {
  about: "AboutPage",
  news: "CollectionPage",
  archive: "CollectionPage",
  contact: "ContactPage",
  search: "SearchResultsPage",
  credits: "WebPage",
  page: "WebPage",
};

/**
 * What a page says of itself to search engines, as JSON-LD. Welcome describes the society and the
 * site, once; all other pages name them. The page for addresses that do not exist has nothing to say.
 */
export function structuredData(
  standing: Standing,
  context: SiteContext,
  lists: SiteLists,
): string | undefined {
  const { kind } = standing.entry;
  if (kind === "notFound") return undefined;
  if (kind === "welcome") return serialiseJsonLd(welcomeNodes(standing.entry, context, lists));
  const page =
    kind === "article"
      ? articleNode(standing.entry, context, lists)
      : pageNode(pageTypes[kind], standing, context);
  return serialiseJsonLd([page, breadcrumbNode(trailTo(standing, context, lists))]);
}

function welcomeNodes(
  { language, address }: Entry,
  context: SiteContext,
  lists: SiteLists,
): JsonLdNode[] {
  const { name, contact } = context.facts.site;
  const ids = siteIds(context);
  const search = lists.entry(language, "search");
  const names = { name: name[language], otherName: name[otherLanguage(language)] };
  return [
    organisationNode({
      ...names,
      ...contact,
      id: ids.society,
      url: absoluteAddress("/", context),
      logo: absoluteAddress("/apple-touch-icon.png", context),
    }),
    webSiteNode({
      ...names,
      id: ids.site(language),
      url: absoluteAddress(address, context),
      language: languageTag[language],
      publisher: ids.society,
      search: search && absoluteAddress(search.address, context),
    }),
  ];
}

function articleNode(article: Entry, context: SiteContext, lists: SiteLists): JsonLdNode {
  const { language } = article;
  const ids = siteIds(context);
  const counterpart = lists.counterpart(article);
  const isOriginal = counterpart?.translated !== undefined;
  const isTranslation = article.translated !== undefined;
  return newsArticleNode({
    id: ids.article(article),
    url: absoluteAddress(article.address, context),
    headline: article.title,
    description: article.summary,
    language: languageTag[language],
    published: article.archive ? undefined : article.date?.written,
    modified: article.updated?.written,
    society: {
      id: ids.society,
      name: context.facts.site.name[language],
      url: absoluteAddress("/", context),
    },
    images: articleImages(article, context, lists),
    original: counterpart && isTranslation ? ids.article(counterpart) : undefined,
    translation: counterpart && isOriginal ? ids.article(counterpart) : undefined,
  });
}

function pageNode(type: string, standing: Standing, context: SiteContext): JsonLdNode {
  const { language } = standing.entry;
  return webPageNode({
    type,
    url: absoluteAddress(standing.address, context),
    name: standing.title,
    description: standing.summary,
    language: languageTag[language],
    site: siteIds(context).site(language),
  });
}
