import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { parseSitemap } from "sitemap";
import { readRobots } from "../support/read-robots.ts";
import { builtSite } from "../support/site/built-site.ts";
import type { Page } from "../support/site/read-site.ts";
import { resolveReference } from "../support/site/resolve-reference.ts";
import { schemaFaults } from "../support/xml/schema-faults.ts";
import { sitemapSchema } from "../support/xml/sitemap-schema.ts";

const { origin, prefix, folder, pages } = builtSite;
const file = path.join(folder, "sitemap.xml");
const items = await parseSitemap(createReadStream(file));

test("the sitemap is what sitemaps.org asks for", () => {
  assert.deepEqual(schemaFaults(readFileSync(file, "utf8"), sitemapSchema), []);
});

const canonicalOf = ({ tags }: Page) =>
  tags.find(({ attributes }) => attributes.rel === "canonical")?.attributes.href;
const isHidden = ({ tags }: Page) =>
  tags.some(({ attributes }) => /noindex/.test(attributes.content ?? ""));

test("it lists every page that search engines may list, each once, and nothing else", () => {
  const listed = items.map(({ url }) => url).sort();
  const wanted = pages.flatMap((page) => (isHidden(page) ? [] : (canonicalOf(page) ?? [])));
  assert.deepEqual(listed, wanted.sort());
  assert.ok(listed.length > 0);
});

test("it names the same languages as the pages themselves", () => {
  for (const page of pages.filter((one) => !isHidden(one) && canonicalOf(one))) {
    const item = items.find(({ url }) => url === canonicalOf(page));
    const named = page.tags
      .filter(({ name, attributes }) => name === "link" && attributes.hreflang !== undefined)
      .map(({ attributes }) => [attributes.hreflang, attributes.href]);
    const links = item?.links?.map(({ lang, url }) => [lang, url]) ?? [];
    assert.deepEqual(links, named, page.address);
  }
});

test("an article changed on the day that its page tells last, if it tells one", () => {
  for (const page of pages.filter(({ tags }) => tags.some(isArticle))) {
    const dates = page.tags.filter(
      ({ name, ancestors }) =>
        name === "time" && ancestors.some(({ attributes }) => attributes.class === "dateline"),
    );
    const item = items.find(({ url }) => url === canonicalOf(page));
    assert.ok(item?.lastmod, `${page.address} has a day`);
    const told = dates.at(-1)?.attributes.datetime;
    if (told) assert.equal(item.lastmod, told, page.address);
  }
});

const isArticle = ({ attributes }: Page["tags"][number]) => attributes.class === "page-article";

test("photographs are there, and on the pages that show them", () => {
  for (const page of pages.filter((one) => !isHidden(one))) {
    const item = items.find(({ url }) => url === canonicalOf(page));
    const images = item?.img ?? [];
    for (const { url } of images) {
      assert.equal(resolveReference(builtSite, "index.html", url).kind, "file", url);
    }
    const shown = page.tags.filter(
      ({ name, ancestors }) =>
        name === "img" && !ancestors.some(({ attributes }) => attributes.class === "notice-photo"),
    );
    const different = new Set(shown.map(({ attributes }) => attributes.src));
    assert.equal(images.length, item ? different.size : 0, page.address);
  }
});

test("robots.txt lets robots read every page and tells them of the sitemap", () => {
  const text = readFileSync(path.join(folder, "robots.txt"), "utf8");
  const robots = readRobots(`${origin}/robots.txt`, text);
  assert.deepEqual(robots.getSitemaps(), [`${origin}${prefix}sitemap.xml`]);
  for (const { address } of pages) {
    assert.equal(robots.isAllowed(origin + prefix + address.slice(1), "AnyBot"), true, address);
  }
});
