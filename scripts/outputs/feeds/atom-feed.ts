import { xmlDocument } from "../xml/xml-document.ts";
import { type XmlElement, xmlElement } from "../xml/xml-element.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { type FeedPageWords, feedPage } from "./feed-page.ts";

/**
 * A feed in the Atom format, https://www.rfc-editor.org/rfc/rfc4287. Browsers show it as a page: in
 * it stands one element of XHTML, which the format allows (section 6), and the stylesheet shows
 * nothing else.
 *
 * @param stylesheet its address, which may lack the origin
 */
export function atomFeed(feed: Feed, words: FeedPageWords, stylesheet: string): string {
  const { author, language, translation } = feed;
  const alternate = (type: string, href: string, hreflang: string) =>
    xmlElement("link", { rel: "alternate", type, hreflang, href });
  const root = xmlElement(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language },
    xmlElement("id", {}, feed.id),
    xmlElement("title", {}, feed.title),
    xmlElement("subtitle", {}, feed.description),
    xmlElement("updated", {}, feed.updated),
    xmlElement("link", { rel: "self", type: "application/atom+xml", href: feed.atom }),
    alternate("text/html", feed.page, language),
    alternate("application/feed+json", feed.json, language),
    alternate("application/atom+xml", translation.atom, translation.language),
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
  const { id, title, url, summary, html, published, updated } = entry;
  return xmlElement(
    "entry",
    {},
    xmlElement("id", {}, id),
    xmlElement("title", {}, title),
    xmlElement("link", { rel: "alternate", type: "text/html", hreflang: language, href: url }),
    published === undefined ? undefined : xmlElement("published", {}, published),
    xmlElement("updated", {}, updated),
    xmlElement("summary", {}, summary),
    xmlElement("content", { type: "html" }, html),
  );
}
