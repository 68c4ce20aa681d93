import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import ogs from "open-graph-scraper";
import sharp from "sharp";
import { builtSite } from "../support/site/built-site.ts";

const { folder, origin, prefix, pages, redirects } = builtSite;

const shared = pages.filter(({ file }) => !file.endsWith("404.html"));
const read = async (html: string) => (await ogs({ html })).result;

test("every page says how it is shown where it is shared", async () => {
  for (const { address, html, language, tags } of shared) {
    const card = await read(html);
    const canonical = tags.find(({ attributes }) => attributes.rel === "canonical");
    const description = tags.find(({ attributes }) => attributes.name === "description");
    assert.equal(card.ogUrl, canonical?.attributes.href, address);
    assert.equal(card.ogUrl, origin + prefix + address.slice(1));
    assert.equal(card.ogDescription, description?.attributes.content, address);
    assert.equal(card.ogLocale, language === "en" ? "en_GB" : "zh_CN", address);
    assert.equal(card.twitterCard, "summary_large_image", address);
    const title = tags.find(({ name }) => name === "title")?.text;
    const isWelcome = /^\/(zh\/)?$/.test(address);
    const shown = isWelcome ? card.ogSiteName : title?.slice(0, title.lastIndexOf(" · "));
    assert.equal(card.ogTitle, shown, address);
    assert.ok(title?.endsWith(` · ${card.ogSiteName}`), address);
  }
});

test("a page names the other language where it has it", async () => {
  for (const { address, html, language, tags } of shared) {
    const other = language === "en" ? "zh_CN" : "en_GB";
    const translated = tags.some(({ attributes }) => attributes.hreflang !== undefined);
    const { ogLocaleAlternate } = await read(html);
    assert.equal([ogLocaleAlternate].flat()[0], translated ? other : undefined, address);
  }
});

test("articles say that they are, and when they were published", async () => {
  for (const { address, html } of shared) {
    const { ogType, articlePublishedTime } = await read(html);
    const isArticle = /^\/(zh\/)?news\/(?!archive\/|page\/)[^/]+\/$/.test(address);
    assert.equal(ogType, isArticle ? "article" : "website", address);
    const shown = /<time datetime="?(\d{4}-\d{2}-\d{2})/.exec(
      html.slice(html.indexOf("<article"), html.indexOf("</h1>") + 500),
    );
    if (isArticle && shown) assert.equal(articlePublishedTime?.slice(0, 10), shown[1], address);
    if (!isArticle) assert.equal(articlePublishedTime, undefined, address);
  }
});

test("every page has a card of its own: 1200 × 630 pixels, below 150 kB, nothing hidden in it", async () => {
  const seen = new Map<string, string>();
  for (const { address, html } of shared) {
    const image = (await read(html)).ogImage?.[0];
    assert.ok(image, address);
    assert.ok(image.url.startsWith(`${origin}${prefix}cards/`), address);
    assert.match(image.url, /\/[a-z0-9-]+\.[0-9a-f]{10}\.jpg$/, address);
    assert.deepEqual([Number(image.width), Number(image.height)], [1200, 630], address);
    assert.ok(image.alt, address);
    assert.equal(seen.get(image.url), undefined, `${address} has its own`);
    seen.set(image.url, address);
    const bytes = await readFile(path.join(folder, image.url.slice((origin + prefix).length)));
    assert.ok(bytes.length < 150_000, `${address}: ${bytes.length} bytes`);
    const { format, width, height, exif, icc, xmp, iptc } = await sharp(bytes).metadata();
    assert.deepEqual([format, width, height], ["jpeg", 1200, 630], address);
    assert.deepEqual([exif, icc, xmp, iptc], [undefined, undefined, undefined, undefined], address);
  }
});

test("404 and old addresses have nothing to share", async () => {
  const others = [...redirects, ...pages.filter(({ file }) => file.endsWith("404.html"))];
  assert.ok(others.length >= 2);
  for (const { address, html } of others) assert.doesNotMatch(html, /og:|twitter:/, address);
});
