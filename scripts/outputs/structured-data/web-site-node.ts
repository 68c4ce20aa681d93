import type { JsonLdNode } from "./json-ld-node.ts";

/** The site in one language. */
export interface WebSite {
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
