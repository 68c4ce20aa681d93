import { type XmlElement, xmlElement } from "../xml/xml-element.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** What the page says that a browser shows in place of a feed. */
export interface FeedPageWords {
  /** What a feed is, and how to subscribe. */
  explanation: string;
  /** The link to the page that lists the same articles. */
  link: string;
}

/** A feed as a page for readers, in the markup of the list of news, so that its styles serve both. */
export function feedPage(feed: Feed, words: FeedPageWords): XmlElement {
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
  const { machine, text } = dateline;
  return xmlElement(
    "article",
    { class: "notice" },
    xmlElement(
      "p",
      { class: "notice-date" },
      machine === undefined ? text : xmlElement("time", { datetime: machine }, text),
    ),
    xmlElement(
      "div",
      { class: "notice-text" },
      xmlElement("h2", { class: "notice-title" }, xmlElement("a", { href: url }, title)),
      xmlElement("p", {}, summary),
    ),
  );
}
