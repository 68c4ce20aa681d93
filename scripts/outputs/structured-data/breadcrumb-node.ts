import type { JsonLdNode } from "./json-ld-node.ts";

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
