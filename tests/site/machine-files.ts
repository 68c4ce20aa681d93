import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { parseSitemap, type SitemapItem } from "sitemap";
import { parseBuildRecord } from "../../scripts/outputs/small-texts.ts";
import { siteTokens } from "../assets/styles/tokens.ts";
import {
  atomSchema,
  type FeedItem,
  readFeed,
  schemaFaults,
  sitemapSchema,
} from "../support/feeds.ts";
import { folderDigest } from "../support/files.ts";
import {
  calendarReaders,
  manifestWarnings,
  readRobots,
  readSecurityTxt,
  readVcard,
} from "../support/readers.ts";
import { pageReferences, resolveReference } from "../support/references.ts";
import { structuredData, structuredDataOf, type Thing } from "../support/rules/structured-data.ts";
import { type Page, parsePage, type Site, type SiteRules } from "../support/site.ts";
import { articlesOf } from "./pages.ts";

const folders = { en: "", zh: "zh/" } as const;
const both = Object.entries(folders) as ["en" | "zh", string][];
const homes = { en: "/", zh: "/zh/" } as const;

/** Feeds: Atom and JSON. */
const feedRules: SiteRules = {
  "the Atom feeds are what RFC 4287 asks for": (site) => {
    for (const [, folder] of both) {
      const text = readFileSync(path.join(site.folder, `${folder}feed.xml`), "utf8");
      assert.deepEqual(schemaFaults(text, atomSchema), [], folder);
    }
  },
  "both feeds tell of the dated articles on the first page of the news, in its order, and of no page twice":
    (site) => {
      const { origin } = site;
      for (const [, folder] of both) {
        const list = site.pages.find(({ file }) => file === `${folder}news/index.html`);
        const shown = (list?.tags ?? []).flatMap(({ name, attributes, ancestors }) => {
          const notice = ancestors.find(({ attributes }) => attributes.class === "notice");
          return notice ? [{ name, attributes, notice }] : [];
        });
        const dated = shown.filter(({ name }) => name === "time").map(({ notice }) => notice);
        const links = shown.filter(({ name, notice }) => name === "a" && dated.includes(notice));
        const atom = readFeed(site, `${folder}feed.xml`);
        const urls = atom.map(({ url }) => url);
        assert.equal(new Set(urls).size, urls.length);
        const articles = urls.filter((url) => !isEventUrl(url));
        assert.deepEqual(
          articles,
          links.map(({ attributes }) => origin + attributes.href).slice(0, articles.length),
        );
        // Twenty in all.
        assert.ok(urls.length === 20 || articles.length === links.length);
        assert.deepEqual(readFeed(site, `${folder}feed.json`), atom);
      }
    },
  "in a feed an article has the day that its page shows": (site) => {
    for (const item of both.flatMap(([, folder]) => readFeed(site, `${folder}feed.xml`))) {
      // That of an event is the day on which it was announced, which its page does not show.
      if (isEventUrl(item.url)) continue;
      const page = site.pages.find(({ address }) => item.url === absolute(site, address));
      const [shown] = (page?.tags ?? []).filter(({ name }) => name === "time");
      assert.equal(item.published.slice(0, 10), shown?.attributes.datetime, item.url);
    }
  },
  "every address in the text of an article in a feed is absolute and leads somewhere": (site) => {
    const items = both.flatMap(([, folder]) => readFeed(site, `${folder}feed.json`));
    const broken = { url: "", html: '<a href="/news/"></a><img src="a.jpg">' } as FeedItem;
    assert.equal(addressFaults(site, broken).length, 2, "and this test would see them");
    return items.flatMap((item) => addressFaults(site, item));
  },
  "every page names the feeds of its language, and the news link to them": (site) => {
    const { prefix } = site;
    for (const page of site.pages) {
      const own = ["feed.xml", "feed.json"].map((name) => prefix + folders[page.language] + name);
      const named = page.tags.filter(
        ({ name, attributes }) => name === "link" && /atom|feed/.test(attributes.type ?? ""),
      );
      assert.deepEqual(
        named.map(({ attributes }) => attributes.href),
        own,
        page.address,
      );
      if (!page.address.endsWith("/news/")) continue;
      const links = page.tags.filter(({ name }) => name === "a").map((tag) => tag.attributes.href);
      assert.deepEqual(
        own.filter((address) => !links.includes(address)),
        [],
      );
    }
  },
};

/** Addresses in an article that a feed reader, which is elsewhere, could not follow. */
function addressFaults(site: Site, { url, html }: FeedItem): string[] {
  return pageReferences(parsePage(html).tags, site.origin).flatMap(({ written, where }) => {
    if (!/^[a-z][a-z\d+.-]*:/.test(written)) return [`${url}  ${where} “${written}” is relative`];
    const target = resolveReference(site, "index.html", written);
    return target.kind === "broken" ? [`${url}  ${where} “${written}” ${target.why}`] : [];
  });
}

function absolute({ origin, prefix }: Site, address: string): string {
  return origin + prefix + address.slice(1);
}

const isEventUrl = (url: string) => /\/events\/[^/]+\/$/.test(url);

/** Calendars. */
const calendarRules: SiteRules = {
  "each event leads to a calendar with it, when its page says, and the list of events to one with all":
    (site) => {
      const things = new Map(thingsOf(site, "Event").map(({ address, thing }) => [address, thing]));
      for (const [, folder] of both) {
        const inList = site.pages.filter(({ file }) => file.startsWith(`${folder}events/`));
        const [list, ...events] = inList.sort((a, b) => a.file.length - b.file.length);
        for (const [reader, read] of Object.entries(calendarReaders)) {
          const calendarOf = ({ file, tags }: Page) => {
            const link = tags.find(({ attributes }) => attributes.href?.endsWith(".ics"));
            const calendar = fileOf(site, file, link?.attributes.href ?? "");
            return read(readFileSync(path.join(site.folder, calendar), "utf8"));
          };
          const single = events.map((page) => {
            const [event, ...others] = calendarOf(page);
            assert.ok(event && others.length === 0, `${page.address} by ${reader}`);
            const day = String(things.get(page.address)?.startDate);
            const start = day.includes("T") ? new Date(day).toISOString() : day;
            assert.deepEqual([event.start, event.texts.url], [start, absolute(site, page.address)]);
            return event;
          });
          if (!list || events.length === 0) continue;
          const byUid = (a: { uid: string }, b: { uid: string }) => (a.uid < b.uid ? -1 : 1);
          assert.deepEqual(calendarOf(list).sort(byUid), single.sort(byUid));
        }
      }
    },
};

/** `sitemap.xml` and `robots.txt`. */
const robotRules: SiteRules = {
  "the sitemap is what sitemaps.org asks for": ({ folder }) => {
    const text = readFileSync(path.join(folder, "sitemap.xml"), "utf8");
    assert.deepEqual(schemaFaults(text, sitemapSchema), []);
  },
  "the sitemap lists every page that search engines may list, each once, and nothing else": async (
    site,
  ) => {
    const { pages } = site;
    const items = await sitemapOf(site);
    const listed = items.map(({ url }) => url).sort();
    const wanted = pages.flatMap((page) => (isHidden(page) ? [] : (canonicalOf(page) ?? [])));
    assert.deepEqual(listed, wanted.sort());
    assert.ok(listed.length > 0);
  },
  "the sitemap names the same languages as the pages themselves": async (site) => {
    const { pages } = site;
    const items = await sitemapOf(site);
    for (const page of pages.filter((one) => !isHidden(one) && canonicalOf(one))) {
      const item = items.find(({ url }) => url === canonicalOf(page));
      const named = page.tags
        .filter(({ name, attributes }) => name === "link" && attributes.hreflang !== undefined)
        .map(({ attributes }) => [attributes.hreflang, attributes.href]);
      const links = item?.links?.map(({ lang, url }) => [lang, url]) ?? [];
      assert.deepEqual(links, named, page.address);
    }
  },
  "in the sitemap an article changed on the day that its page tells last, if it tells one": async (
    site,
  ) => {
    const items = await sitemapOf(site);
    for (const page of articlesOf(site)) {
      const dates = page.tags.filter(
        ({ name, ancestors }) =>
          name === "time" && ancestors.some(({ attributes }) => attributes.class === "dateline"),
      );
      const item = items.find(({ url }) => url === canonicalOf(page));
      assert.ok(item?.lastmod, `${page.address} has a day`);
      const told = dates.at(-1)?.attributes.datetime;
      if (told) assert.equal(item.lastmod, told, page.address);
    }
  },
  "in the sitemap photographs are there, and on the pages that show them": async (site) => {
    const { pages } = site;
    const items = await sitemapOf(site);
    for (const page of pages.filter((one) => !isHidden(one))) {
      const item = items.find(({ url }) => url === canonicalOf(page));
      const images = item?.img ?? [];
      for (const { url } of images) {
        assert.equal(resolveReference(site, "index.html", url).kind, "file", url);
      }
      const shown = page.tags.filter(
        ({ name, ancestors }) =>
          name === "img" &&
          !ancestors.some(({ attributes }) => attributes.class === "notice-photo"),
      );
      // One photograph may stand on a page in several shapes.
      const nameOf = (src = "") => src.replace(/-\d+\.\w+\.jpg$/, "");
      const different = new Set(shown.map(({ attributes }) => nameOf(attributes.src)));
      assert.equal(images.length, item ? different.size : 0, page.address);
    }
  },
  "robots.txt lets robots read every page and tells them of the sitemap": ({
    folder,
    origin,
    pages,
    prefix,
  }) => {
    const text = readFileSync(path.join(folder, "robots.txt"), "utf8");
    const robots = readRobots(`${origin}/robots.txt`, text);
    assert.deepEqual(robots.getSitemaps(), [`${origin}${prefix}sitemap.xml`]);
    for (const { address } of pages) {
      assert.equal(robots.isAllowed(origin + prefix + address.slice(1), "AnyBot"), true, address);
    }
  },
};

function sitemapOf({ folder }: Site): Promise<SitemapItem[]> {
  return parseSitemap(createReadStream(path.join(folder, "sitemap.xml")));
}

const canonicalOf = ({ tags }: Page) =>
  tags.find(({ attributes }) => attributes.rel === "canonical")?.attributes.href;
const isHidden = ({ tags }: Page) =>
  tags.some(({ attributes }) => /noindex/.test(attributes.content ?? ""));

/** What pages say of themselves in words of schema.org. */
const structuredDataRules: SiteRules = {
  "every page describes itself as schema.org and Google have it": structuredData,
  "the society and the site are described on Welcome alone, in each language": (site) => {
    for (const type of ["Organization", "WebSite"]) {
      const addresses = thingsOf(site, type).map(({ address }) => address);
      assert.deepEqual(addresses.sort(), ["/", "/zh/"], type);
    }
  },
  "every article is described, as what its heading says": (site) => {
    const described = new Map(
      thingsOf(site, "NewsArticle").map(({ address, thing }) => [address, thing]),
    );
    for (const { address, tags } of articlesOf(site)) {
      const heading = tags.find(({ name }) => name === "h1")?.text.replace(/[ \n]+/g, " ");
      assert.equal(described.get(address)?.headline, heading);
    }
  },
  "a photograph is there in three shapes, each with its terms": (site) => {
    const pictured = thingsOf(site, "NewsArticle").filter(({ thing }) => thing.image !== undefined);
    for (const { address, thing } of pictured) {
      const images = thing.image as { width: number; height: number; license: string }[];
      const shapes = images.map(({ width, height }) => (width / height).toFixed(2));
      assert.deepEqual(shapes, ["1.00", "1.33", "1.78"], address);
      for (const { license } of images) assert.ok(URL.canParse(license), address);
    }
  },
};

function thingsOf({ pages }: Site, type: string): { address: string; thing: Thing }[] {
  return pages.flatMap((page) =>
    structuredDataOf(page)
      .filter((thing) => thing["@type"] === type)
      .map((thing) => ({ address: page.address, thing })),
  );
}

/** What other programs read: web manifests, the contact card, `security.txt`, `humans.txt`, `build.json`. */
const otherRules: SiteRules = {
  "every page names the manifest of its language": (site) => {
    for (const page of site.pages) {
      const link = page.tags.find(({ attributes }) => attributes.rel === "manifest");
      const file = fileOf(site, page.file, link?.attributes.href ?? "");
      assert.equal(file, `${folders[page.language]}site.webmanifest`, page.address);
    }
  },
  "each manifest is sound, opens the site below the base path, and has the colour of the paper":
    async (site) => {
      const { folder, origin, pages, prefix } = site;
      for (const [language, below] of both) {
        const file = `${below}site.webmanifest`;
        const text = await readFile(path.join(folder, file), "utf8");
        const home = `${prefix}${homes[language].slice(1)}`;
        assert.deepEqual(manifestWarnings(text, `${origin}${prefix}${file}`, origin + home), []);
        const { start_url, scope, lang, theme_color, background_color, icons } = JSON.parse(text);
        const root = pages.find(({ address }) => address === homes[language]);
        assert.equal(lang, root?.tags.find(({ name }) => name === "html")?.attributes.lang);
        assert.deepEqual([start_url, scope], [home, home]);
        const paper = siteTokens().get("page")?.light;
        assert.deepEqual([theme_color, background_color], [paper, paper]);

        const pictures = await Promise.all(
          icons.map(async ({ src, sizes, purpose }: Record<string, string>) => {
            const picture = sharp(path.join(folder, fileOf(site, file, src ?? "")));
            const { width, height, format } = await picture.metadata();
            assert.equal(`${width}x${height} ${format}`, `${sizes} png`);
            return `${purpose} ${sizes}`;
          }),
        );
        assert.deepEqual(pictures, ["any 192x192", "any 512x512", "maskable 512x512"]);
      }
    },
  "each contact page leads to a card that says what the page says": async (site) => {
    const contacts = site.pages.filter(({ address }) => /^\/(zh\/)?contact\/$/.test(address));
    assert.equal(contacts.length, 2);
    for (const page of contacts) {
      const links = page.tags.flatMap(({ name, attributes }) =>
        name === "a" ? [attributes.href ?? ""] : [],
      );
      const written = links.find((href) => href.endsWith(".vcf"));
      assert.ok(written, "no link to a vCard");
      const target = resolveReference(site, page.file, written);
      assert.ok(target.kind === "file");

      const text = await readFile(path.join(site.folder, target.file), "utf8");
      const card = readVcard(text);
      const shown = page.tags.filter(({ name }) => name === "dd").map((tag) => tag.text);
      assert.ok(shown.includes(`${card.tel}`), "another telephone number");
      assert.ok(links.includes(`mailto:${card.email}`), "another e-mail address");
      for (const value of card.url ?? []) {
        assert.equal(resolveReference(site, page.file, String(value)).kind, "file", String(value));
      }
    }
  },
  "security.txt is sound, says where it stands, and its pages are there": async (site) => {
    const file = ".well-known/security.txt";
    const { folder, origin, prefix } = site;
    const fields = readSecurityTxt(await readFile(path.join(folder, file), "utf8"));
    assert.deepEqual(fields.get("canonical"), [`${origin}${prefix}${file}`]);
    assert.deepEqual(fields.get("preferred-languages"), ["en, zh"]);
    const contacts = fields.get("contact") ?? [];
    assert.match(contacts[0] ?? "", /^mailto:/);
    for (const address of contacts.slice(1)) {
      assert.equal(resolveReference(site, file, address).kind, "file", address);
    }
  },
  "humans.txt names the society as the pages do, in both languages, and no day on which it was made":
    async ({ folder, pages }) => {
      const text = await readFile(path.join(folder, "humans.txt"), "utf8");
      for (const home of Object.values(homes)) {
        const page = pages.find(({ address }) => address === home);
        const name = page?.tags.find(({ attributes }) => attributes.property === "og:site_name");
        assert.ok(text.split("\n").includes(`Society: ${name?.attributes.content}`), home);
      }
      assert.doesNotMatch(text, /last update|\d{4}/i);
    },
  "build.json has the hash of every file but itself, by path": async (site) => {
    const record = await readFile(path.join(site.folder, "build.json"), "utf8");
    const { "build.json": _, ...found } = await folderDigest(site.folder);
    // `folderDigest` goes by path, too.
    assert.deepEqual(Object.entries(parseBuildRecord(record)?.files ?? {}), Object.entries(found));
  },
};

/** The file that an address leads to. */
function fileOf(site: Site, from: string, written: string): string {
  const target = resolveReference(site, from, written);
  assert.ok(target.kind === "file", `${written} leads nowhere`);
  return target.file;
}

/** What is read by machines. */
export const machineFileRules: SiteRules = {
  ...feedRules,
  ...calendarRules,
  ...robotRules,
  ...structuredDataRules,
  ...otherRules,
};
