import { readFileSync } from "node:fs";
import path from "node:path";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import type { Site } from "./read-site.ts";

/** An article, as a feed tells of it; dates as written there. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  published: string | undefined;
  updated: string;
}

/** The articles of a feed of the site, Atom or JSON by its name, as a feed reader's parser sees them. */
export function readFeed(site: Site, file: string): FeedItem[] {
  const text = readFileSync(path.join(site.folder, file), "utf8");
  if (file.endsWith(".json")) {
    return (parseJsonFeed(text).items ?? []).map((item) => ({
      id: item.id ?? "",
      url: item.url ?? "",
      title: item.title ?? "",
      summary: item.summary ?? "",
      html: (item.content_html ?? "").trim(),
      published: item.date_published,
      updated: item.date_modified ?? "",
    }));
  }
  return (parseAtomFeed(text).entries ?? []).map((entry) => ({
    id: entry.id ?? "",
    url: entry.links?.find(({ rel }) => rel === "alternate")?.href ?? "",
    title: entry.title?.value ?? "",
    summary: entry.summary?.value ?? "",
    html: (entry.content?.value ?? "").trim(),
    published: entry.published,
    updated: entry.updated ?? "",
  }));
}
