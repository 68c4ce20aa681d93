import type { JsonLdNode } from "./json-ld-node.ts";

/** An article, as search engines list it. */
export interface NewsArticle {
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
