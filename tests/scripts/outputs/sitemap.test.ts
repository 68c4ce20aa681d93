import assert from "node:assert/strict";
import { Readable } from "node:stream";
import test from "node:test";
import { parseSitemap, parseSitemapIndex } from "sitemap";
import { robotsText, type SitemapUrl, sitemapFiles } from "../../../scripts/outputs/sitemap.ts";
import { schemaFaults, sitemapSchema } from "../../support/feeds.ts";
import { readRobots } from "../../support/readers.ts";

const root = "https://example.org/";
const write = (urls: readonly SitemapUrl[]) => sitemapFiles(urls, (name) => root + name);
const plain = (address: string): SitemapUrl => ({
  address,
  lastChange: undefined,
  alternates: [],
  images: [],
});

test("a page is listed with its day, its languages and its photographs", async () => {
  const alternates = [
    { hreflang: "en-GB", url: `${root}a/` },
    { hreflang: "zh-Hans", url: `${root}zh/a/` },
    { hreflang: "x-default", url: `${root}a/` },
  ];
  const images = [`${root}photos/a.jpg`, `${root}photos/b.jpg`];
  const files = write([
    { address: `${root}a/`, lastChange: "2025-05-28", alternates, images },
    plain(`${root}b/?c=1&d='%22`),
  ]);
  assert.deepEqual([...files.keys()], ["sitemap.xml"]);
  const text = files.get("sitemap.xml") ?? "";
  assert.deepEqual(schemaFaults(text, sitemapSchema), []);
  const [first, second] = await parseSitemap(Readable.from([text]));
  assert.equal(first?.url, `${root}a/`);
  assert.equal(first?.lastmod, "2025-05-28");
  assert.deepEqual(
    first?.links?.map(({ lang, url }) => ({ hreflang: lang, url })),
    alternates,
  );
  assert.deepEqual(
    first?.img?.map(({ url }) => url),
    images,
  );
  assert.equal(second?.url, `${root}b/?c=1&d='%22`);
  assert.equal(second?.lastmod, undefined);
});

test("the schema would see what is wrong", () => {
  const text = write([{ ...plain(root), lastChange: "28 May 2025" }]).get("sitemap.xml") ?? "";
  assert.notDeepEqual(schemaFaults(text, sitemapSchema), []);
});

test("what is too much for one file is divided, and the index names the parts", async () => {
  const many = Array.from({ length: 50_001 }, (_, index) => plain(`${root}${index}/`));
  const long = "x".repeat(1024 * 1024);
  const large = Array.from({ length: 51 }, (_, index) => plain(`${root}${index}/${long}`));
  for (const urls of [many, large]) {
    const files = write(urls);
    assert.deepEqual([...files.keys()], ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    const index = await parseSitemapIndex(Readable.from([files.get("sitemap.xml") ?? ""]));
    assert.deepEqual(
      index.map(({ url }) => url),
      [`${root}sitemap-1.xml`, `${root}sitemap-2.xml`],
    );
    const parts = [...files.values()].slice(1);
    const counts = parts.map((text) => text.match(/<loc>/g)?.length ?? 0);
    assert.equal((counts[0] ?? 0) + (counts[1] ?? 0), urls.length);
    for (const text of parts) assert.ok(Buffer.byteLength(text) <= 50 * 1024 * 1024);
    assert.ok(
      counts.every((count) => count > 0 && count <= 50_000),
      counts.join(),
    );
  }
});

test("every robot may read everything and is told of the sitemap", () => {
  const sitemap = "https://example.org/twinning/sitemap.xml";
  const robots = readRobots("https://example.org/robots.txt", robotsText(sitemap));
  assert.deepEqual(robots.getSitemaps(), [sitemap]);
  for (const address of ["", "zh/news/", "search/?q=river", "photos/a.jpg"]) {
    assert.equal(robots.isAllowed(`https://example.org/${address}`, "AnyBot"), true, address);
  }
});
