import type { Feed } from "../../scripts/outputs/feeds.ts";

/** A feed of one article a text, in which every text stands wherever an editor could write one. */
export function sampleFeed(texts: readonly string[]): Feed {
  return {
    id: "tag:example.org,2026-11-23:en/news/index",
    title: texts[0] ?? "News",
    description: texts[0] ?? "All the news",
    language: "en-GB",
    updated: "2025-05-28T00:00:00+01:00",
    page: "https://example.org/news/",
    atom: "https://example.org/feed.xml",
    json: "https://example.org/feed.json",
    translation: { language: "zh-Hans", atom: "https://example.org/zh/feed.xml" },
    author: {
      name: texts[0] ?? "The Society",
      email: "post@example.org",
      url: "https://example.org/",
    },
    entries: texts.map((text, index) => ({
      id: `tag:example.org,2026-11-23:en/news/${index}`,
      title: text,
      url: `https://example.org/news/${index}/`,
      summary: text,
      html: `<p>${text}</p>`,
      image: undefined,
      published: index % 2 === 0 ? "2025-05-28T00:00:00+01:00" : undefined,
      updated: "2025-05-28T00:00:00+01:00",
      dateline: { text },
    })),
  };
}
