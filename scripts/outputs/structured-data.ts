/** A thing in structured data. Members that are undefined are left out when it is written. */
export type JsonLdNode = Readonly<{ "@type": string } & Record<string, unknown>>;

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

/** The society: what is known of it and no more. */
interface Organisation {
  /** Names it in the data of other pages; the same for ever. */
  id: string;
  name: string;
  /** Its name in the other language. */
  otherName: string;
  /** Absolute. */
  url: string;
  email: string;
  telephone: string;
  /** Absolute, of a picture of at least 112 by 112 pixels. */
  logo: string;
  /** Lines of the address. */
  address: readonly string[];
}

/** https://developers.google.com/search/docs/appearance/structured-data/organization */
export function organisationNode(organisation: Organisation): JsonLdNode {
  const { id, name, otherName, url, logo, email, telephone, address } = organisation;
  return {
    "@type": "Organization",
    "@id": id,
    name,
    alternateName: otherName,
    url,
    logo,
    email,
    telephone,
    address: { "@type": "PostalAddress", streetAddress: address.join(", ") },
  };
}

/** The site in one language. */
interface WebSite {
  id: string;
  name: string;
  /** Its name in the other language. */
  otherName: string;
  /** Absolute, of its first page. */
  url: string;
  /** BCP 47. */
  language: string;
  /** `@id` of the society. */
  publisher: string;
  /** Absolute, of the page that searches; undefined where there is none. */
  search: string | undefined;
}

/** https://schema.org/WebSite, with https://developers.google.com/search/docs/appearance/site-names */
export function webSiteNode(site: WebSite): JsonLdNode {
  return {
    "@type": "WebSite",
    "@id": site.id,
    name: site.name,
    alternateName: site.otherName,
    url: site.url,
    inLanguage: site.language,
    publisher: { "@id": site.publisher },
    potentialAction: site.search === undefined ? undefined : searchAction(site.search),
  };
}

/** https://schema.org/docs/actions.html#part-4: what is searched for stands in the braces' place. */
function searchAction(search: string): JsonLdNode {
  return {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${search}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
}

/** A page that is no article. */
interface WebPage {
  /** `WebPage` of https://schema.org/WebPage or a more exact type of it. */
  type: string;
  /** Absolute. */
  url: string;
  name: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** `@id` of the site that it is a part of. */
  site: string;
}

/** See {@link WebPage}. */
export function webPageNode(page: WebPage): JsonLdNode {
  return {
    "@type": page.type,
    "@id": page.url,
    url: page.url,
    name: page.name,
    description: page.description,
    inLanguage: page.language,
    isPartOf: { "@id": page.site },
  };
}

/** An article, as search engines list it. */
interface NewsArticle {
  id: string;
  /** Absolute. */
  url: string;
  headline: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** ISO 8601; undefined where nobody recorded the day. */
  published: string | undefined;
  /** ISO 8601; undefined where nothing changed. */
  modified: string | undefined;
  /** Who writes and publishes it: its name and page too, which search engines ask for by each article. */
  society: { id: string; name: string; url: string };
  /** The same picture in several shapes. */
  images: readonly JsonLdNode[];
  /** `@id` of the article that this one was translated from. */
  original: string | undefined;
  /** `@id` of its translation. */
  translation: string | undefined;
}

/** https://developers.google.com/search/docs/appearance/structured-data/article */
export function newsArticleNode(article: NewsArticle): JsonLdNode {
  const { id, name, url } = article.society;
  const society = { "@type": "Organization", "@id": id, name, url };
  return {
    "@type": "NewsArticle",
    "@id": article.id,
    mainEntityOfPage: article.url,
    headline: article.headline,
    description: article.description,
    inLanguage: article.language,
    datePublished: article.published,
    dateModified: article.modified,
    author: society,
    publisher: society,
    image: article.images.length === 0 ? undefined : article.images,
    translationOfWork: reference(article.original),
    workTranslation: reference(article.translation),
  };
}

function reference(id: string | undefined) {
  return id === undefined ? undefined : { "@id": id };
}

/** A picture and the terms on which it may be used. */
interface Image {
  /** Absolute. */
  url: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  caption: string;
  /** Who made it. */
  credit: string;
  /** Absolute, of the licence's text. */
  licence: string | undefined;
  /** Absolute, of the page that says how it may be used. */
  terms: string | undefined;
}

/** https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata */
export function imageNode(image: Image): JsonLdNode {
  return {
    "@type": "ImageObject",
    url: image.url,
    contentUrl: image.url,
    width: image.width,
    height: image.height,
    caption: image.caption,
    creditText: image.credit,
    license: image.licence,
    acquireLicensePage: image.terms,
  };
}

/** A page on the way from the first page of the site. */
export interface Crumb {
  name: string;
  /** Absolute. */
  url: string;
}

/** The way to a page, which comes last: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
export function breadcrumbNode(trail: readonly Crumb[]): JsonLdNode {
  return {
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ name, url }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: url,
    })),
  };
}
