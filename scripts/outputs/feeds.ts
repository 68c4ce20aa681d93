import { serialiseXml, type XmlElement, xmlDocument, xmlElement } from "./xml.ts";

/** A feed of one language, whatever the format it is written in. Addresses are absolute. */
export interface Feed {
  /** `tag:` identifier, the same for ever. */
  id: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** RFC 3339. */
  updated: string;
  /** The page that lists its articles. */
  page: string;
  atom: string;
  json: string;
  author: { name: string; email: string; url: string };
  /** Newest first. */
  entries: readonly FeedEntry[];
}

/** An article or an event of a feed. */
export interface FeedEntry {
  /** `tag:` identifier, the same for ever. */
  id: string;
  title: string;
  url: string;
  summary: string;
  /** All of it, with absolute addresses. */
  html: string;
  /** Its first photograph. */
  image: string | undefined;
  /** RFC 3339. */
  published: string;
  /** RFC 3339. */
  updated: string;
  /** Who wrote it; where nobody is named, it is the feed's author. */
  authors: readonly string[];
  tags: readonly { slug: string; name: string }[];
  /** The day for readers, and for `<time datetime>`. */
  dateline: { text: string; machine: string };
}

/**
 * A feed in the Atom format, https://www.rfc-editor.org/rfc/rfc4287. Browsers show it as a page: in
 * it stands one element of XHTML, which the format allows (section 6), and the stylesheet shows
 * nothing else. It names one alternate, its page: some readers take the last one for the site of the
 * feed, whatever its type.
 *
 * @param stylesheet its address, which may lack the origin
 */
export function atomFeed(feed: Feed, words: FeedPageWords, stylesheet: string): string {
  const { author, language } = feed;
  const root = xmlElement(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language },
    xmlElement("id", {}, feed.id),
    xmlElement("title", {}, feed.title),
    xmlElement("subtitle", {}, feed.description),
    xmlElement("updated", {}, feed.updated),
    xmlElement("link", { rel: "self", type: "application/atom+xml", href: feed.atom }),
    pageLink(feed.page, language),
    xmlElement(
      "author",
      {},
      xmlElement("name", {}, author.name),
      xmlElement("uri", {}, author.url),
      xmlElement("email", {}, author.email),
    ),
    feedPage(feed, words),
    ...feed.entries.map((entry) => atomEntry(entry, language)),
  );
  return xmlDocument(root, stylesheet);
}

function atomEntry(entry: FeedEntry, language: string): XmlElement {
  const { id, title, url, summary, html, published, updated, authors, tags } = entry;
  return xmlElement(
    "entry",
    {},
    xmlElement("id", {}, id),
    xmlElement("title", {}, title),
    pageLink(url, language),
    xmlElement("published", {}, published),
    xmlElement("updated", {}, updated),
    ...authors.map((name) => xmlElement("author", {}, xmlElement("name", {}, name))),
    ...tags.map(({ slug, name }) => xmlElement("category", { term: slug, label: name })),
    xmlElement("summary", {}, summary),
    xmlElement("content", { type: "html" }, html),
  );
}

function pageLink(href: string, hreflang: string): XmlElement {
  return xmlElement("link", { rel: "alternate", type: "text/html", hreflang, href });
}

/** A feed as JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Feed): string {
  const { language } = feed;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.json,
    description: feed.description,
    language,
    authors: [{ name: feed.author.name, url: feed.author.url }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      image: entry.image,
      date_published: entry.published,
      date_modified: entry.updated,
      authors: entry.authors.length === 0 ? undefined : entry.authors.map((name) => ({ name })),
      tags: entry.tags.length === 0 ? undefined : entry.tags.map(({ name }) => name),
      language,
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** What the page says that a browser shows in place of a feed. */
interface FeedPageWords {
  /** What a feed is, and how to subscribe. */
  explanation: string;
  /** The link to the page that lists the same articles. */
  link: string;
}

/** A feed as a page for readers, in the markup of the list of news, so that its styles serve both. */
function feedPage(feed: Feed, words: FeedPageWords): XmlElement {
  const { language, title, page } = feed;
  return xmlElement(
    "main",
    // The styles know languages by this attribute, as in pages.
    { xmlns: "http://www.w3.org/1999/xhtml", lang: language },
    // Names the window: that of Atom is none to a browser.
    xmlElement("title", {}, title),
    xmlElement(
      "div",
      { class: "news" },
      xmlElement("h1", {}, title),
      xmlElement(
        "div",
        { class: "prose" },
        xmlElement("p", {}, words.explanation),
        xmlElement("p", {}, xmlElement("a", { href: page }, words.link)),
      ),
      xmlElement("div", { class: "notices" }, ...feed.entries.map(notice)),
    ),
  );
}

function notice({ title, url, summary, dateline }: FeedEntry): XmlElement {
  return xmlElement(
    "article",
    { class: "notice" },
    xmlElement(
      "p",
      { class: "notice-date" },
      xmlElement("time", { datetime: dateline.machine }, dateline.text),
    ),
    xmlElement(
      "div",
      { class: "notice-text" },
      xmlElement("h2", { class: "notice-title" }, xmlElement("a", { href: url }, title)),
      xmlElement("p", {}, summary),
    ),
  );
}

/** A photograph in the text of a feed. */
export interface FeedPicture {
  /** Absolute. */
  src: string;
  alt: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** What stands below it. */
  caption: string;
  /** Where it leads, absolute. */
  link?: string | undefined;
}

/** The HTML of a photograph for feed readers, which have no styles of ours and choose no sources. */
export function feedFigure({ src, alt, width, height, caption, link }: FeedPicture): string {
  const image = xmlElement("img", { src, alt, width: String(width), height: String(height) });
  const figure = xmlElement(
    "figure",
    {},
    link === undefined ? image : xmlElement("a", { href: link }, image),
    xmlElement("figcaption", {}, caption),
  );
  return `${serialiseXml(figure)}\n`;
}

/** Lines of plain text as the HTML of paragraphs. */
export function feedParagraphs(lines: readonly string[]): string {
  return lines.map((line) => `${serialiseXml(xmlElement("p", {}, line))}\n`).join("");
}
