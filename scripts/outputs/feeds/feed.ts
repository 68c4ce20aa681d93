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
  /** The page that lists the same articles. */
  page: string;
  atom: string;
  json: string;
  /** The Atom feed of the other language. */
  translation: { language: string; atom: string };
  author: { name: string; email: string; url: string };
  /** Newest first. */
  entries: readonly FeedEntry[];
}

/** An article of a feed. */
export interface FeedEntry {
  /** `tag:` identifier, the same for ever. */
  id: string;
  title: string;
  url: string;
  summary: string;
  /** The whole article, with absolute addresses. */
  html: string;
  /** Its first photograph. */
  image: string | undefined;
  /** RFC 3339; undefined where nobody recorded it. */
  published: string | undefined;
  /** RFC 3339. */
  updated: string;
  /** What is shown for a date; `machine` where there is one. */
  dateline: { text: string; machine?: string };
}
