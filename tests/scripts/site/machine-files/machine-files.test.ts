import assert from "node:assert/strict";
import { Readable } from "node:stream";
import test from "node:test";
import { parseSitemap } from "sitemap";
import type { Entry } from "../../../../scripts/content/entry.ts";
import { sitemapFile } from "../../../../scripts/site/machine-files/machine-files.ts";
import { planPages, redirectPages } from "../../../../scripts/site/pages/pages.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

async function listed(entries: readonly Entry[]) {
  const context = await contextOf(entries, "/twinning/");
  const pages = [...planPages(context), ...redirectPages(context)];
  const text = sitemapFile(context, pages).get("sitemap.xml") ?? "";
  const items = await parseSitemap(Readable.from([text]));
  const root = "https://cities.example/twinning/";
  return new Map(items.map((item) => [item.url.replace(root, "/"), item]));
}

test("pages for missing addresses, the search and old addresses are not listed", async () => {
  const moved = { ...entryOf("en", "about"), aliases: ["/old/"] };
  const urls = await listed([moved, entryOf("en", "404"), entryOf("en", "search")]);
  assert.deepEqual([...urls.keys()], ["/about/"]);
});

test("every page of a long list is there, and changed when its newest article did", async () => {
  const articles = Array.from({ length: 21 }, (_, index) => {
    const date = `2026-05-${String(index + 1).padStart(2, "0")}`;
    return entryOf("en", `news/no-${index + 1}`, { date });
  });
  const urls = await listed([entryOf("en", "news/index"), ...articles]);
  assert.equal(urls.get("/news/")?.lastmod, "2026-05-21");
  assert.equal(urls.get("/news/page/2/")?.lastmod, "2026-05-21");
  assert.equal(urls.get("/news/no-1/")?.lastmod, "2026-05-01");
});

test("a page of which nobody wrote when it changed tells no day", async () => {
  const updated = {
    written: "2026-06-02",
    day: { year: 2026, month: 6, day: 2 },
    instant: Date.UTC(2026, 5, 2),
  };
  const urls = await listed([entryOf("en", "about"), { ...entryOf("en", "history"), updated }]);
  assert.equal(urls.get("/about/")?.lastmod, undefined);
  assert.equal(urls.get("/history/")?.lastmod, "2026-06-02");
});

test("languages are named where the page is there in both", async () => {
  const urls = await listed([entryOf("en", "a"), entryOf("zh", "a"), entryOf("en", "b")]);
  const tags = (address: string) => urls.get(address)?.links?.map(({ lang }) => lang);
  assert.deepEqual(tags("/a/"), ["en-GB", "zh-Hans", "x-default"]);
  assert.deepEqual(tags("/zh/a/"), ["en-GB", "zh-Hans", "x-default"]);
  assert.deepEqual(tags("/b/") ?? [], []);
});
