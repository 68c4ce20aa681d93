import { readFileSync } from "node:fs";
import path from "node:path";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from "libxml2-wasm";
import { random } from "../../scripts/lib/lists.ts";
import type { Feed } from "../../scripts/outputs/feeds.ts";
import { projectRoot } from "./files.ts";
import type { Site } from "./site.ts";

/** A schema, ready to use. */
export type Schema = RelaxNGValidator | XsdValidator;

/** Reads a schema in RELAX NG (XML syntax) or XML Schema. Throws where it is none. */
function readSchema(text: string): Schema {
  const document = XmlDocument.fromString(text);
  return document.root.namespaceUri === "http://relaxng.org/ns/structure/1.0"
    ? RelaxNGValidator.fromDoc(document)
    : XsdValidator.fromDoc(document);
}

/** What libxml2 finds wrong in an XML text: that it is not well formed, or not what `schema` wants. */
export function schemaFaults(text: string, schema: Schema): string[] {
  try {
    using document = XmlDocument.fromString(text);
    schema.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.message.trim().split("\n");
  }
}

/** The schema of RFC 4287. */
export const atomSchema = readSchema(
  readFileSync(path.join(projectRoot, "tests/fixtures/schemas/atom.rng"), "utf8"),
);

const text = readFileSync(
  path.join(projectRoot, "node_modules/sitemap/schema/sitemap.xsd"),
  "utf8",
);

/**
 * The schema of sitemaps.org, as the package `sitemap` brings it. It has none of the extensions, so
 * these are let through here; that package's parser reads them.
 */
export const sitemapSchema = readSchema(
  text.replaceAll('processContents="strict"', 'processContents="lax"'),
);

/** An article, as a feed tells of it; dates as written there. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  published: string;
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
      published: item.date_published ?? "",
      updated: item.date_modified ?? "",
    }));
  }
  return (parseAtomFeed(text).entries ?? []).map((entry) => ({
    id: entry.id ?? "",
    url: entry.links?.find(({ rel }) => rel === "alternate")?.href ?? "",
    title: entry.title?.value ?? "",
    summary: entry.summary?.value ?? "",
    html: (entry.content?.value ?? "").trim(),
    published: entry.published ?? "",
    updated: entry.updated ?? "",
  }));
}

/** A feed of one article a text, in which every text stands wherever an editor could write one. */
export function sampleFeed(texts: readonly string[]): Feed {
  return {
    id: "tag:example.org,2026-11-23:en/news/index",
    title: texts[0] ?? "News",
    description: texts[0] ?? "All the news",
    language: "en-GB",
    updated: "2025-05-28T12:00:00+01:00",
    page: "https://example.org/news/",
    atom: "https://example.org/feed.xml",
    json: "https://example.org/feed.json",
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
      published: "2025-05-28T12:00:00+01:00",
      updated: "2025-05-28T12:00:00+01:00",
      authors: [text],
      tags: [],
      dateline: { text, machine: "2025-05-28" },
    })),
  };
}

const pieces: string[] = [
  ...JSON.parse(readFileSync(path.join(projectRoot, "tests/fixtures/hostile.json"), "utf8")),
  "\u200b\u2028\ufeff",
  "line one\nline two",
];

/** Texts that writers of machine formats trip over; the same on every run. */
export function wildTexts(count: number): string[] {
  const next = random(5);
  const piece = (): string => pieces[Math.floor(next() * pieces.length)] ?? "";
  return [
    ...pieces,
    ...Array.from({ length: count }, () => `${piece()}${piece()}${piece()}`.trim()),
  ];
}
