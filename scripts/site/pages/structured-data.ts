import { type Entry, type EventEntry, isEvent, type Kind } from "../../content/entry.ts";
import type { Event } from "../../content/events.ts";
import { absoluteAddress, homeAddress } from "../../lib/addresses.ts";
import { formatCivilDate } from "../../lib/dates.ts";
import { type Language, languageTag, otherLanguage } from "../../lib/languages.ts";
import { licencePage } from "../../photos/licences.ts";
import {
  absolutePicture,
  leadPhotograph,
  measuredPhotograph,
  type SiteContext,
  type Standing,
  tagsOf,
} from "./context.ts";
import { clocksOf } from "./event-times.ts";

/** A thing in structured data. Members that are undefined are left out when it is written. */
type JsonLdNode = Readonly<{ "@type": string } & Record<string, unknown>>;

/** The types of https://schema.org/WebPage for pages that are one. */
const pageTypes: Readonly<
  Record<Exclude<Kind, "welcome" | "article" | "event" | "notFound">, string>
> = {
  about: "AboutPage",
  news: "CollectionPage",
  archive: "CollectionPage",
  events: "CollectionPage",
  contact: "ContactPage",
  search: "SearchResultsPage",
  credits: "WebPage",
  page: "WebPage",
};

/** Width by height, as https://developers.google.com/search/docs/appearance/structured-data/article asks. */
const pictureShapes = [1, 4 / 3, 16 / 9];

/**
 * What a page says of itself to search engines, as JSON-LD. Welcome describes the society and the
 * site, once; all other pages name them. The page for addresses that do not exist has nothing to say.
 */
export function structuredData(standing: Standing, context: SiteContext): string | undefined {
  const { kind } = standing.entry;
  if (kind === "notFound") return undefined;
  if (kind === "welcome") {
    return serialiseJsonLd([societyNode(standing, context), siteNode(standing, context)]);
  }
  return serialiseJsonLd([mainNode(standing, context), trailNode(standing, context)]);
}

/** What the page is about, or the page itself. */
function mainNode(standing: Standing, context: SiteContext): JsonLdNode {
  const { entry } = standing;
  if (isEvent(entry)) return eventNode(entry, context);
  if (entry.kind === "article") return articleNode(entry, context);
  return pageNode(pageTypes[entry.kind as keyof typeof pageTypes], standing, context);
}

/** The society, what is known of it and no more: https://developers.google.com/search/docs/appearance/structured-data/organization */
function societyNode({ entry: { language } }: Standing, context: SiteContext): JsonLdNode {
  const { name, contact } = context.facts.site;
  return {
    "@type": "Organization",
    "@id": idsIn(context).society,
    name: name[language],
    alternateName: name[otherLanguage(language)],
    url: absoluteAddress("/", context),
    // At least 112 by 112 pixels.
    logo: absoluteAddress("/apple-touch-icon.png", context),
    email: contact.email,
    telephone: contact.telephone,
    address: { "@type": "PostalAddress", streetAddress: contact.address.join(", ") },
  };
}

/** The site in a language: https://schema.org/WebSite, with https://developers.google.com/search/docs/appearance/site-names */
function siteNode({ entry: { language, address } }: Standing, context: SiteContext): JsonLdNode {
  const { name } = context.facts.site;
  const ids = idsIn(context);
  const search = context.lists.entry(language, "search");
  return {
    "@type": "WebSite",
    "@id": ids.site(language),
    name: name[language],
    alternateName: name[otherLanguage(language)],
    url: absoluteAddress(address, context),
    inLanguage: languageTag[language],
    publisher: { "@id": ids.society },
    // https://schema.org/docs/actions.html#part-4: what is searched for stands in the braces' place.
    potentialAction: search && {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${absoluteAddress(search.address, context)}?q={search_term_string}`,
      },
      "query-input": "required name=search_term_string",
    },
  };
}

/** https://developers.google.com/search/docs/appearance/structured-data/article */
function articleNode(article: Entry, context: SiteContext): JsonLdNode {
  const { language } = article;
  const ids = idsIn(context);
  const counterpart = context.lists.counterpart(article);
  const reference = counterpart && { "@id": ids.article(counterpart) };
  const images = imageNodes(article, context);
  const tags = tagsOf([article], language, context);
  // Its name and page too, which search engines ask for by each article.
  const society = {
    "@type": "Organization",
    "@id": ids.society,
    name: context.facts.site.name[language],
    url: absoluteAddress("/", context),
  };
  return {
    "@type": "NewsArticle",
    "@id": ids.article(article),
    mainEntityOfPage: absoluteAddress(article.address, context),
    headline: article.title,
    description: article.summary,
    inLanguage: languageTag[language],
    // In the archive, nobody recorded the day.
    datePublished: article.archive ? undefined : article.date?.written,
    dateModified: article.updated?.written,
    keywords: tags.length === 0 ? undefined : tags.map(({ name }) => name),
    author: personNodes(article.authors) ?? society,
    translator: personNodes(article.translators),
    publisher: society,
    image: images.length === 0 ? undefined : images,
    translationOfWork: article.translated === undefined ? undefined : reference,
    workTranslation: counterpart?.translated === undefined ? undefined : reference,
  };
}

/** People by their names, which is all that is known of them; undefined for nobody. */
function personNodes(names: readonly string[] | undefined): JsonLdNode[] | undefined {
  return names?.map((name) => ({ "@type": "Person", name }));
}

/** Members of https://schema.org/EventStatusType */
const eventStatuses = {
  planned: "EventScheduled",
  moved: "EventRescheduled",
  cancelled: "EventCancelled",
} as const satisfies Record<Event["status"], string>;

/**
 * https://developers.google.com/search/docs/appearance/structured-data/event; nothing of who organises it, which
 * nobody wrote.
 */
function eventNode(entry: EventEntry, context: SiteContext): JsonLdNode {
  const { language, event, title, summary } = entry;
  const { cities } = context.facts.site;
  const url = absoluteAddress(entry.address, context);
  const { when, online, venue, address, price, status } = event;
  const [own] = clocksOf(event, cities);
  const city = cities[event.city].name[language];
  const street = { "@type": "PostalAddress", streetAddress: address, addressLocality: city };
  const isSomewhere = !online || venue !== undefined || address !== undefined;
  const places = [
    ...(isSomewhere ? [{ "@type": "Place", name: venue ?? city, address: street }] : []),
    ...(online ? [{ "@type": "VirtualLocation", url }] : []),
  ];
  const mode = places.length > 1 ? "Mixed" : online ? "Online" : "Offline";
  const images = imageNodes(entry, context);
  return {
    "@type": "Event",
    "@id": idsIn(context).event(entry),
    url,
    name: title,
    description: summary,
    startDate: own?.start.machine ?? formatCivilDate(when.start),
    endDate: own ? own.end?.machine : formatCivilDate(when.end ?? when.start),
    eventStatus: `https://schema.org/${eventStatuses[status]}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: places,
    isAccessibleForFree: price === undefined ? undefined : price === "free",
    image: images.length === 0 ? undefined : images,
  };
}

/** The photograph of an article or event in each shape, cut around its focal point; none where it has none. */
function imageNodes(article: Entry, context: SiteContext): JsonLdNode[] {
  const { language } = article;
  const photo = leadPhotograph(article, context);
  if (!photo) return [];
  const { record } = measuredPhotograph(photo, context);
  const credits =
    context.lists.entry(language, "credits") ??
    context.lists.entry(otherLanguage(language), "credits");
  const terms = credits && absoluteAddress(credits.address, context);
  // https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
  return pictureShapes.map((shape) => {
    const { src, width, height } = absolutePicture(photo, language, context, shape);
    return {
      "@type": "ImageObject",
      url: src,
      contentUrl: src,
      width,
      height,
      caption: record.caption[language],
      creditText: record.credit[language],
      license: licencePage(record.licence) ?? terms,
      acquireLicensePage: terms,
    };
  });
}

/** A page that is no article. */
function pageNode(type: string, standing: Standing, context: SiteContext): JsonLdNode {
  const { language } = standing.entry;
  const url = absoluteAddress(standing.address, context);
  return {
    "@type": type,
    "@id": url,
    url,
    name: standing.title,
    description: standing.summary,
    inLanguage: languageTag[language],
    isPartOf: { "@id": idsIn(context).site(language) },
  };
}

/**
 * The way from Welcome to a page, itself included: Welcome › News › Culture Day,
 * https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
function trailNode(standing: Standing, context: SiteContext): JsonLdNode {
  const { entry, address, title, above: lists = [] } = standing;
  const above = [
    context.lists.entry(entry.language, "index"),
    context.lists.above(entry),
    ...lists,
  ].filter((one) => one !== undefined);
  return {
    "@type": "BreadcrumbList",
    itemListElement: [...above, { title, address }].map((one, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: one.title,
      item: absoluteAddress(one.address, context),
    })),
  };
}

/**
 * The names by which structured data on any page speaks of the society, the site in a language and
 * an article or event: addresses with a fragment, which are no places in a page.
 */
function idsIn(context: SiteContext) {
  return {
    society: absoluteAddress("/#society", context),
    site: (language: Language) => absoluteAddress(`${homeAddress[language]}#site`, context),
    article: ({ address }: Entry) => absoluteAddress(`${address}#article`, context),
    event: ({ address }: Entry) => absoluteAddress(`${address}#event`, context),
  };
}

/**
 * The text of a `<script type="application/ld+json">` with these things, a graph in one context,
 * https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements. No text in
 * it can end the script or begin a comment, whoever wrote it: what HTML and JavaScript read
 * otherwise than JSON stands there as `\u` and its number, which is the same to JSON.
 */
export function serialiseJsonLd(nodes: readonly JsonLdNode[]): string {
  const json = JSON.stringify({ "@context": "https://schema.org", "@graph": nodes });
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
