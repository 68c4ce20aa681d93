import type { JsonLdNode } from "./json-ld-node.ts";

/** A page that is no article. */
export interface WebPage {
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
