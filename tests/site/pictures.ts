import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import decodeIco from "decode-ico";
import ogs from "open-graph-scraper";
import sharp from "sharp";
import * as pictures from "../support/rules/pictures.ts";
import type { Page, Site, SiteRules } from "../support/site.ts";

/** What is seen: photographs, cards where a page is shared, icons. */
export const pictureRules: SiteRules = {
  "every image has alt, width, height and sizes": pictures.imageAttributes,
  "every file of an image has the width, type and proportions promised": pictures.imageFiles,
  "every picture decodes and holds no metadata": pictures.cleanPictures,
  "the first image of a page comes first and the others when needed": pictures.imageLoading,

  "every photograph of the site is credited once, in both languages": ({ pages }) => {
    const shown = [...new Set(pages.flatMap(photographsOn))].sort();
    assert.ok(shown.length > 0);
    for (const address of ["/credits/", "/zh/credits/"]) {
      const page = pages.find((candidate) => candidate.address === address);
      assert.ok(page, `${address} is no page`);
      assert.deepEqual(photographsOn(page).sort(), shown, address);
    }
  },

  "every page says how it is shown where it is shared, and in which other language": async (
    site,
  ) => {
    const { origin, prefix } = site;
    for (const { address, html, language, tags } of shared(site)) {
      const card = await read(html);
      const canonical = tags.find(({ attributes }) => attributes.rel === "canonical");
      const description = tags.find(({ attributes }) => attributes.name === "description");
      assert.equal(card.ogUrl, canonical?.attributes.href, address);
      assert.equal(card.ogUrl, origin + prefix + address.slice(1));
      assert.equal(card.ogDescription, description?.attributes.content, address);
      assert.equal(card.ogLocale, language === "en" ? "en_GB" : "zh_CN", address);
      assert.equal(card.twitterCard, "summary_large_image", address);
      const translated = tags.some(({ attributes }) => attributes.hreflang !== undefined);
      const other = language === "en" ? "zh_CN" : "en_GB";
      const [alternate] = [card.ogLocaleAlternate].flat();
      assert.equal(alternate, translated ? other : undefined, address);
      const title = tags.find(({ name }) => name === "title")?.text;
      const isWelcome = /^\/(zh\/)?$/.test(address);
      const shown = isWelcome ? card.ogSiteName : title?.slice(0, title.lastIndexOf(" · "));
      assert.equal(card.ogTitle, shown, address);
      assert.ok(title?.endsWith(` · ${card.ogSiteName}`), address);
    }
  },

  "articles say that they are, and when they were published": async (site) => {
    for (const { address, html } of shared(site)) {
      const { ogType, articlePublishedTime } = await read(html);
      const isArticle = /^\/(zh\/)?news\/(?!archive\/|page\/)[^/]+\/$/.test(address);
      assert.equal(ogType, isArticle ? "article" : "website", address);
      const shown = /<time datetime="?(\d{4}-\d{2}-\d{2})/.exec(
        html.slice(html.indexOf("<article"), html.indexOf("</h1>") + 500),
      );
      if (isArticle && shown) assert.equal(articlePublishedTime?.slice(0, 10), shown[1], address);
      if (!isArticle) assert.equal(articlePublishedTime, undefined, address);
    }
  },

  "every page has a card of its own: 1200 × 630 pixels, below 150 kB": async (site) => {
    const { folder, origin, prefix } = site;
    const seen = new Map<string, string>();
    for (const { address, html } of shared(site)) {
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
      const { format, width, height } = await sharp(bytes).metadata();
      assert.deepEqual([format, width, height], ["jpeg", 1200, 630], address);
    }
  },

  "404 and old addresses have nothing to share": ({ pages, redirects }) => {
    const others = [...redirects, ...pages.filter(({ file }) => file.endsWith("404.html"))];
    assert.ok(others.length >= 2);
    for (const { address, html } of others) assert.doesNotMatch(html, /og:|twitter:/, address);
  },

  "favicon.ico holds what tabs ask for": async ({ folder }) => {
    const pictures = decodeIco(await readFile(path.join(folder, "favicon.ico")));
    const sizes = await Promise.all(
      pictures.map(async ({ type, width, height, data }) => {
        assert.equal(type, "png");
        const inside = await sharp(data).metadata();
        assert.deepEqual([inside.width, inside.height], [width, height]);
        return `${width}x${height}`;
      }),
    );
    assert.deepEqual(sizes, ["16x16", "32x32", "48x48"]);
  },

  "the icon for home screens of iOS has 180 pixels and nothing to see through": async ({
    folder,
  }) => {
    const icon = sharp(path.join(folder, "apple-touch-icon.png"));
    const { width, height } = await icon.metadata();
    assert.deepEqual([width, height], [180, 180]);
    assert.ok((await icon.stats()).isOpaque);
  },

  "every page names its icons, and the colours of the frame around it": ({ pages, prefix }) => {
    for (const { address, tags } of pages) {
      const touch = tags.find(({ attributes }) => attributes.rel === "apple-touch-icon");
      assert.equal(touch?.attributes.href, `${prefix}apple-touch-icon.png`, address);
      const frames = tags.filter(({ attributes }) => attributes.name === "theme-color");
      assert.deepEqual(
        frames.map(({ attributes }) => attributes.media?.replaceAll(" ", "")),
        ["(prefers-color-scheme:light)", "(prefers-color-scheme:dark)"],
        address,
      );
    }
  },
};

function shared({ pages }: Site): Page[] {
  return pages.filter(({ file }) => !file.endsWith("404.html"));
}

const read = async (html: string) => (await ogs({ html })).result;

/** Names of the photographs that a page shows, without width and hash. */
function photographsOn({ tags }: Page): string[] {
  return tags
    .filter(({ name }) => name === "img")
    .flatMap(
      ({ attributes }) => /\/photos\/(.+)-\d+\.\w+\.jpg$/.exec(attributes.src ?? "")?.[1] ?? [],
    );
}
