import { serialiseXml, type XmlElement, xmlDocument, xmlElement } from "./xml.ts";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** https://www.sitemaps.org/protocol.html#index; the bytes leave room for the root. */
const limits = { urls: 50_000, bytes: 50 * 1024 * 1024 - 1024 };

/**
 * `sitemap.xml`, https://www.sitemaps.org/protocol.html, with the languages of each page
 * (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap) and its
 * photographs (https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps).
 * Where a site is greater than one file may be, that is the index of `sitemap-1.xml` and so on.
 *
 * @param addressOf the absolute address of a file
 * @returns files by name
 */
export function sitemapFiles(
  urls: readonly SitemapUrl[],
  addressOf: (name: string) => string,
): Map<string, string> {
  const [first = [], ...rest] = parts(urls.map(urlElement));
  if (rest.length === 0) return new Map([["sitemap.xml", urlset(first)]]);
  const named = [first, ...rest].map((part, index) => [`sitemap-${index + 1}.xml`, part] as const);
  const index = xmlElement(
    "sitemapindex",
    { xmlns: namespace },
    ...named.map(([name]) => xmlElement("sitemap", {}, xmlElement("loc", {}, addressOf(name)))),
  );
  return new Map([
    ["sitemap.xml", xmlDocument(index)],
    ...named.map(([name, part]) => [name, urlset(part)] as const),
  ]);
}

/** As many in each as a file may hold, in order. */
function parts(elements: readonly XmlElement[]): XmlElement[][] {
  const all: XmlElement[][] = [];
  let room = { urls: 0, bytes: 0 };
  for (const element of elements) {
    const bytes = Buffer.byteLength(serialiseXml(element)) + 1;
    if (room.urls < 1 || room.bytes < bytes) {
      all.push([]);
      room = { ...limits };
    }
    all.at(-1)?.push(element);
    room = { urls: room.urls - 1, bytes: room.bytes - bytes };
  }
  return all;
}

function urlset(elements: readonly XmlElement[]): string {
  const namespaces = {
    xmlns: namespace,
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
    "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
  };
  return xmlDocument(xmlElement("urlset", namespaces, ...elements));
}

function urlElement({ address, lastChange, alternates, images }: SitemapUrl): XmlElement {
  return xmlElement(
    "url",
    {},
    xmlElement("loc", {}, address),
    lastChange === undefined ? undefined : xmlElement("lastmod", {}, lastChange),
    ...alternates.map(({ hreflang, url }) =>
      xmlElement("xhtml:link", { rel: "alternate", hreflang, href: url }),
    ),
    ...images.map((image) => xmlElement("image:image", {}, xmlElement("image:loc", {}, image))),
  );
}

/** A page, as the sitemap lists it. Addresses are absolute. */
export interface SitemapUrl {
  address: string;
  /** `YYYY-MM-DD`; undefined where nobody recorded it. */
  lastChange: string | undefined;
  /** The page in each language, itself among them; none where there is only one. */
  alternates: readonly { hreflang: string; url: string }[];
  /** Photographs that it shows. */
  images: readonly string[];
}

/**
 * `robots.txt`, https://www.rfc-editor.org/rfc/rfc9309: everything may be read.
 *
 * @param sitemap absolute address
 */
export function robotsText(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
