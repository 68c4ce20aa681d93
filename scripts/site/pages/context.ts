import { type Entry, type Kind, tagAddress, type WrittenDate } from "../../content/entry.ts";
import type { Facts } from "../../content/facts.ts";
import type { Download, DownloadUse } from "../../downloads/check.ts";
import { absoluteAddress, withPrefix } from "../../lib/addresses.ts";
import { sha256 } from "../../lib/files.ts";
import { type Language, languages, languageTag } from "../../lib/languages.ts";
import { resolveContentLink } from "../../markdown/link-targets.ts";
import type { HtmlText } from "../../markdown/render.ts";
import type { Card, CardColours, Frame } from "../../outputs/cards/card.ts";
import type { Region } from "../../photos/encode.ts";
import type { Original, Photograph } from "../../photos/original.ts";
import { fixedPicture, type renditionCollector } from "../../photos/picture.ts";
import type { PhotoUse } from "../../photos/use.ts";
import type { Reading } from "../reading.ts";
import type { crossingData } from "./crossing.ts";
import type { siteLists } from "./lists.ts";

/** What every page of one build has in common. */
export interface SiteContext {
  facts: Facts;
  /** What is to be seen: published entries, in the preview all of them. */
  entries: readonly Entry[];
  lists: ReturnType<typeof siteLists>;
  /** `https://…`, no trailing slash. */
  origin: string;
  /** Begins and ends with `/`. */
  prefix: string;
  /** The clock of the build, in ms since 1970: in the preview some entries are not due yet. */
  now: number;
  crossing: Readonly<Record<Language, ReturnType<typeof crossingData>>>;
  /** What the file of a page says. */
  readingOf(entry: Entry): Reading;
  /** The texts of a page: its body, then those of its screens. */
  textsOf(entry: Entry): readonly HtmlText[];
  /** Path of the original that a picture written in a content file means. */
  originalOf(source: string, written: string): string;
  /** Sound photographs in use, by path from the root. */
  photographs: ReadonlyMap<string, Photograph>;
  /** Where photographs stand in the content, drafts included. */
  photoUses: readonly PhotoUse[];
  /** Files for downloading that this build publishes, by address. */
  downloads: ReadonlyMap<string, Download>;
  /** Links to them, drafts' included. */
  downloadUses: readonly DownloadUse[];
  /** Takes note of every rendition that a page asks for. */
  renditions: ReturnType<typeof renditionCollector>;
  /** Those of social cards; none in the preview, which nobody shares, and with `pagesOnly`. */
  cardColours: CardColours | undefined;
}

/** A social card that a page refers to, still to be drawn. */
export interface PlannedCard {
  /** Below `_site/`; it changes with everything that decides the bytes. */
  path: string;
  /** SHA-256 of all that. */
  key: string;
  card: Card;
  photographs: readonly { original: Original; region: Region; frame: Frame }[];
}

/** One page to render: what Eleventy is given. */
export interface Page {
  /** The content file it shows. */
  source: string;
  language: Language;
  /** Its name for Eleventy: that file's, or for further pages of a list one of their own. */
  template: string;
  /** Path below `_site/`. */
  output: string;
  /** Its body, then the texts of its screens; asked for only where the page is rendered. */
  texts(): readonly HtmlText[];
  /** Below `templates/`. */
  layout: string;
  /** Undefined for what stands at an old address and only leads on. */
  listing: Listing | undefined;
  /** The last change of an article in a list, whichever of its pages this is. */
  newest?: WrittenDate | undefined;
  /**
   * Everything that the page is made from besides what all pages have in common, see `commonOf`, and
   * photographs: the page is made again when this has changed.
   */
  madeFrom: unknown;
  /** Its social card, where it has one. */
  card(): PlannedCard | undefined;
  /** What the layout reads of its own, by name; asked for only where the page is rendered. */
  data(): Record<string, unknown>;
}

/** What Eleventy is given of a page: plain data, which a thread can be given. */
export interface PlannedPage
  extends Pick<Page, "source" | "language" | "template" | "output" | "layout"> {
  texts: readonly HtmlText[];
  data: Record<string, unknown>;
}

/** See {@link PlannedPage}. */
export function plannedPage(page: Page): PlannedPage {
  const { source, language, template, output, layout } = page;
  return { source, language, template, output, layout, texts: page.texts(), data: page.data() };
}

/** A page of which the data is there already: it is made from that, and from its file. */
export function plannedNow(
  entry: Entry,
  data: Record<string, unknown>,
  { readingOf }: SiteContext,
): Pick<Page, "data" | "madeFrom"> {
  return { data: () => data, madeFrom: [readingOf(entry).hash, data] };
}

/** A hash of all that lists show of articles, in this order. */
export function listedAll(articles: readonly Entry[], { readingOf }: SiteContext): string {
  return sha256(articles.map((article) => readingOf(article).listed).join());
}

/**
 * All that pages are made from alike, as data: of other pages, those that frames, trails and licences name.
 *
 * @param made what was made for all of them
 */
export function commonOf(context: SiteContext, made: unknown): unknown {
  const { facts, origin, prefix, entries, lists, cardColours } = context;
  const named = facts.navigation.flatMap(({ page }) =>
    languages.map((language) => lists.entry(language, page)?.title),
  );
  const others = entries.filter(({ kind }) => kind !== "article" && kind !== "event");
  const titles = others.map(({ source, title }) => [source, title]);
  return [facts, origin, prefix, named, titles, cardColours, made];
}

/** Where a page stands: for most the entry itself, for further pages of a list an address of its own. */
export interface Standing {
  entry: Entry;
  address: string;
  title: string;
  summary: string;
  /** Where the language switch leads; undefined if the page is not there in the other language. */
  counterpart: string | undefined;
  /** Not so for the last pages of a list that is longer than its counterpart. */
  isSamePage: boolean;
  /** For a page of a list: the lists that it is below, and their first pages for further ones. */
  above?: readonly Pick<Standing, "title" | "address">[];
}

/** A tag, and the list of the articles that have it. */
export interface Tag {
  slug: string;
  name: string;
  url: string;
}

/** The tags that some of `articles` have, in the order of the list of tags. */
export function tagsOf(
  articles: readonly Entry[],
  language: Language,
  { facts, prefix }: Pick<SiteContext, "facts" | "prefix">,
): Tag[] {
  const used = new Set(articles.flatMap(({ tags }) => tags.map(({ slug }) => slug)));
  return Object.entries(facts.tags)
    .filter(([slug]) => used.has(slug))
    .map(([slug, name]) => ({
      slug,
      name: name[language],
      url: withPrefix(prefix, tagAddress(language, slug)),
    }));
}

/**
 * Makes addresses of links to content files; links to other sites stay as they are.
 *
 * @returns the address of a link as it is written in the content file `source`
 * @param place writes an address from the site's root as it is wanted: with the base path, or absolute
 */
export function linkResolver(
  entries: readonly Pick<Entry, "source" | "address">[],
  place: (address: string) => string,
): (href: string, source: string) => string {
  const addresses = new Map(entries.map((entry) => [entry.source, entry.address]));
  return (href, source) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
    const link = resolveContentLink(href, source, (path) => addresses.get(path));
    if (link.address === undefined) throw new Error(`“${href}” was not checked`);
    const rest = link.query + (link.fragment === undefined ? "" : `#${link.fragment}`);
    return place(link.address) + rest;
  };
}

/** What search engines are told of a page: in its head, and in the sitemap. */
export interface Listing {
  /** Absolute; undefined for the pages of addresses that do not exist. */
  canonical: string | undefined;
  /** The value of `<meta name="robots">`, where there is one: such a page is in no list. */
  robots: string | undefined;
  /**
   * The page in each language, itself included, and `x-default`, which is English; none where the other
   * language has not the same page. https://developers.google.com/search/docs/specialty/international/localized-versions
   */
  alternates: readonly { hreflang: string; url: string }[];
}

/**
 * Pages that no search engine is to list: there is nothing to find on them, or what they find is listed
 * itself. https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
const robots: Partial<Record<Kind, string>> = { notFound: "noindex", search: "noindex, follow" };

/** See {@link Listing}. */
export function listing(
  { entry, address, counterpart, isSamePage }: Standing,
  context: SiteContext,
): Listing {
  const { kind, language } = entry;
  if (kind === "notFound") return { canonical: undefined, robots: robots[kind], alternates: [] };
  const canonical = absoluteAddress(address, context);
  if (counterpart === undefined || !isSamePage) {
    return { canonical, robots: robots[kind], alternates: [] };
  }
  const other = absoluteAddress(counterpart, context);
  const [en, zh] = language === "en" ? [canonical, other] : [other, canonical];
  const alternates = [
    { hreflang: languageTag.en, url: en },
    { hreflang: languageTag.zh, url: zh },
    { hreflang: "x-default", url: en },
  ];
  return { canonical, robots: robots[kind], alternates };
}

/**
 * A photograph for machines: one JPEG, its `src` with the site's origin.
 *
 * @param ratio width by height of the crop around the focal point; the whole photograph unless given
 */
export function absolutePicture(
  photo: LeadPhotograph,
  language: Language,
  context: SiteContext,
  ratio?: number,
) {
  const { origin, prefix: base, renditions } = context;
  const photograph = measuredPhotograph(photo, context);
  const picture = fixedPicture({ photograph, language, alt: photo.alt, base, renditions }, ratio);
  return { ...picture, src: origin + picture.src };
}

/** The photograph of an entry's front matter, as the filter `photograph` takes it. */
export interface LeadPhotograph {
  /** Path of the original from the project's root. */
  original: string;
  /** Wins over the alt text of the photograph's record. */
  alt: string | undefined;
}

/** See {@link LeadPhotograph}; undefined where the front matter names none. */
export function leadPhotograph(entry: Entry, context: SiteContext): LeadPhotograph | undefined {
  if (!entry.photo) return undefined;
  return {
    original: context.originalOf(entry.source, entry.photo.written),
    alt: entry.photo.alt,
  };
}

/** What was measured of a photograph before any page was planned. */
export function measuredPhotograph(
  { original }: LeadPhotograph,
  { photographs }: Pick<SiteContext, "photographs">,
): Photograph {
  const photograph = photographs.get(original);
  if (!photograph) throw new Error(`${original} was not measured`);
  return photograph;
}
