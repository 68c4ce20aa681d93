import type { JsonLdNode } from "./json-ld-node.ts";

/** A picture and the terms on which it may be used. */
export interface Image {
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
