import assert from "node:assert/strict";
import { Readable } from "node:stream";
import test from "node:test";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { parseSitemap } from "sitemap";
import type { Entry } from "../../../scripts/content/entry.ts";
import type { Event } from "../../../scripts/content/events.ts";
import { readMarkdown } from "../../../scripts/markdown/read.ts";
import { calendarFiles } from "../../../scripts/site/machine-files/calendars.ts";
import { feedFiles } from "../../../scripts/site/machine-files/feeds.ts";
import { sitemapFile } from "../../../scripts/site/machine-files/machine-files.ts";
import type { SiteContext } from "../../../scripts/site/pages/context.ts";
import { planPages } from "../../../scripts/site/pages/pages.ts";
import { atomSchema, schemaFaults, wildTexts } from "../../support/feeds.ts";
import { projectRoot } from "../../support/files.ts";
import { calendarReaders } from "../../support/readers.ts";
import { parsePage } from "../../support/site.ts";
import { contextOf, entryOf } from "../../support/site-context.ts";
import { testTable } from "../../support/tables.ts";

const lists = [entryOf("en", "news/index"), entryOf("zh", "news/index")];

function article(key: string, own: Partial<Entry> = {}): Entry {
  return { ...entryOf("en", `news/${key}`, { date: "2026-05-28" }), ...own };
}

/** An article a day from the first of May on. */
const inMay = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const date = `2026-05-${String(index + 1).padStart(2, "0")}`;
    return entryOf("en", `news/no-${index + 1}`, { date });
  });

/** @param text Markdown of every article */
async function feeds(articles: readonly Entry[], own: Partial<SiteContext> = {}, text = "") {
  const textsOf = ({ language }: Entry) => {
    const options = { language, reservedIds: [], photographAbove: false };
    return [readMarkdown(text, options).html];
  };
  const context = { ...(await contextOf([...lists, ...articles])), textsOf, ...own };
  const files = await feedFiles(projectRoot, context);
  const atom = files.get("feed.xml") ?? assert.fail("there is no feed.xml");
  const json = files.get("feed.json") ?? assert.fail("there is no feed.json");
  return { files, atom, json, items: parseJsonFeed(json).items ?? [] };
}

test("a feed holds the newest twenty", async () => {
  const { items } = await feeds(inMay(22));
  const keys = items.map(({ id }) => id?.replace(/.*\//, ""));
  assert.deepEqual(
    keys,
    Array.from({ length: 20 }, (_, index) => `no-${22 - index}`),
  );
});

test("what nobody dated is no news to a feed reader, on whatever day it came to the site", async () => {
  const day = { year: 2026, month: 11, day: 24 };
  const updated = { written: "2026-11-24", day, instant: Date.UTC(2026, 10, 24) };
  const old = entryOf("en", "news/old", { date: "2026-11-23", archive: true });
  const { atom, items } = await feeds([{ ...old, updated }, article("dated")]);
  assert.deepEqual(
    items.map(({ url }) => url?.replace(/.*news/, "")),
    ["/dated/"],
  );
  assert.equal(parseAtomFeed(atom).updated, "2026-05-28T12:00:00+01:00");
});

test("a day is that day in UTC and in both cities, and an instant is itself", async () => {
  const days = ["2025-01-01", "2025-03-30", "2025-07-31", "2025-10-26"];
  for (const language of ["en", "zh"] as const) {
    const folder = language === "en" ? "" : "zh/";
    const written = days.map((date) => entryOf(language, `news/on-${date}`, { date }));
    const { files } = await feeds(written);
    const items = parseJsonFeed(files.get(`${folder}feed.json`) ?? "").items ?? [];
    for (const zone of ["UTC", "Europe/London", "Asia/Shanghai"]) {
      const read = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
      const found = items.map(({ date_published }) => read.format(new Date(date_published ?? "")));
      assert.deepEqual(found.sort(), days, `${language} in ${zone}`);
    }
  }
  const day = { year: 2026, month: 5, day: 28 };
  const date = { written: "2026-05-28T18:30+08:00", day, instant: Date.UTC(2026, 4, 28, 10, 30) };
  const { items } = await feeds([article("evening", { date })]);
  assert.equal(items[0]?.date_published, "2026-05-28T11:30:00+01:00");
});

test("a change moves the article's day and the feed's, and not the day of publication", async () => {
  const day = { year: 2026, month: 6, day: 2 };
  const updated = { written: "2026-06-02", day, instant: Date.UTC(2026, 5, 1, 23) };
  const { atom } = await feeds([article("changed", { updated }), article("other")]);
  const feed = parseAtomFeed(atom);
  const changed = feed.entries?.find(({ id }) => id?.endsWith("/changed"));
  assert.equal(feed.updated, "2026-06-02T12:00:00+01:00");
  assert.equal(changed?.updated, "2026-06-02T12:00:00+01:00");
  assert.equal(changed?.published, "2026-05-28T12:00:00+01:00");
});

test("names of articles stay the same at another origin, below a path and at a new title", async () => {
  const ids = async (title: string, own: Partial<SiteContext>) =>
    (await feeds([article("river", { title })], own)).items.map(({ id, url }) => ({ id, url }));
  const here = await ids("River", {});
  const there = await ids("The river", { origin: "https://elsewhere.example", prefix: "/a/" });
  assert.deepEqual(
    there.map(({ id }) => id),
    here.map(({ id }) => id),
  );
  assert.match(here[0]?.id ?? "", /^tag:[a-z.-]+,\d{4}-\d\d-\d\d:en\/news\/river$/);
  assert.equal(there[0]?.url, "https://elsewhere.example/a/news/river/");
});

test("an article whose file was renamed keeps its first name, and no other page's old address is one", async () => {
  const idOf = async (key: string, aliases: string[]) =>
    (await feeds([article(key, { aliases })])).items[0]?.id;
  const first = await idOf("river", []);
  assert.equal(await idOf("rivers", ["/news/river/"]), first);
  assert.equal(await idOf("two-rivers", ["/news/river/", "/news/rivers/"]), first);
  assert.equal(await idOf("river", ["/old-page/", "/zh/news/rivers/"]), first);
});

test("a feed keeps its name when the list of news takes over the address of what is gone", async () => {
  const idOf = async (aliases: string[]) => {
    const news = { ...entryOf("en", "news/index"), aliases };
    const context = await contextOf([news, entryOf("zh", "news/index")]);
    return parseAtomFeed((await feedFiles(projectRoot, context)).get("feed.xml") ?? "").id;
  };
  assert.equal(await idOf(["/news/river/", "/news/tags/heritage/"]), await idOf([]));
});

test("the tags of an article are told in both formats, in the order of their list", async () => {
  const tagged = entryOf("zh", "news/x", { date: "2026-05-28", tags: ["heritage", "culture"] });
  const { files } = await feeds([tagged, { ...tagged, tags: [], key: "news/y" }]);
  const atom = parseAtomFeed(files.get("zh/feed.xml") ?? "");
  assert.deepEqual(
    atom.entries?.map(({ categories }) => categories),
    [
      [
        { term: "culture", label: "文化" },
        { term: "heritage", label: "文化遗产" },
      ],
      undefined,
    ],
  );
  const { items } = parseJsonFeed(files.get("zh/feed.json") ?? "");
  assert.deepEqual(
    items?.map(({ tags }) => tags),
    [["文化", "文化遗产"], undefined],
  );
});

test("who wrote an article is told in both formats, and of one by nobody in particular that it is the society's", async () => {
  const named = article("named", { authors: ["Jane Smith", "李伟"] });
  const { atom, items } = await feeds([named, article("other")]);
  const feed = parseAtomFeed(atom);
  const inAtom = feed.entries?.map(({ authors }) => authors?.map(({ name }) => name));
  assert.deepEqual(inAtom, [["Jane Smith", "李伟"], undefined]);
  assert.equal(feed.authors?.[0]?.name, "The Twinning of the Cities of Liverpool and Shanghai");
  assert.deepEqual(
    items.map(({ authors }) => authors?.map(({ name }) => name)),
    [["Jane Smith", "李伟"], undefined],
  );
});

/** An evening in Liverpool, announced on 20 November 2026. */
function event(key: string, own: Partial<Event> = {}, more: Partial<Entry> = {}): Entry {
  const day = { year: 2026, month: 12, day: 5 };
  const when = { allDay: false, start: { ...day, hour: 19, minute: 0 }, end: undefined } as const;
  return {
    ...entryOf("en", `events/${key}`, { date: "2026-11-20" }),
    event: {
      city: "liverpool",
      when,
      online: false,
      venue: "The Bluecoat",
      status: "planned",
      ...own,
    },
    ...more,
  };
}

const eventLists = [entryOf("en", "events/index"), entryOf("zh", "events/index")];

/** @returns the calendars by their paths, and the events of that of all English ones */
async function calendars(entries: readonly Entry[], own: Partial<SiteContext> = {}) {
  const context = { ...(await contextOf([...eventLists, ...entries])), ...own };
  const files = new Map(calendarFiles(context));
  const all = files.get("calendars/events.ics");
  return { files: [...files.keys()], events: all ? calendarReaders["ical.js"](all) : [] };
}

test("events have a calendar each and one in all, of their own language alone; without events there is none", async () => {
  assert.deepEqual((await calendars([])).files, []);
  const { files, events } = await calendars([event("river"), event("docks")], {
    prefix: "/twinning/",
  });
  assert.deepEqual(files, [
    "calendars/events.ics",
    "calendars/events/river.ics",
    "calendars/events/docks.ics",
  ]);
  assert.deepEqual(
    events.map(({ start, texts }) => [start, texts.location, texts.url]),
    ["river", "docks"].map((key) => [
      "2026-12-05T19:00:00.000Z",
      "The Bluecoat\nLiverpool",
      `https://cities.example/twinning/events/${key}/`,
    ]),
  );
});

test("a calendar knows an event again that was moved, cancelled, its file renamed; which is newer no build decides", async () => {
  const day = { year: 2026, month: 11, day: 28 };
  const updated = { written: "2026-11-28T09:30Z", day, instant: Date.UTC(2026, 10, 28, 9, 30) };
  const later = { updated, aliases: ["/events/river/"] };
  const stages = [
    event("river"),
    event("rivers", { status: "moved" }, later),
    event("rivers", { status: "cancelled" }, later),
  ];
  const [uid, minutes] = ["tag:www.l-s-p.org.uk,2026-11-23:en/events/river", 8 * 1440 + 570];
  for (const now of [Date.UTC(2026, 11, 1), Date.UTC(2030, 0, 1)]) {
    const found = await Promise.all(stages.map((entry) => calendars([entry], { now })));
    assert.deepEqual(
      found.flatMap(({ events }) =>
        events.map(({ uid, sequence, status, stamps: [stamp], texts }) => [
          ...[uid, sequence, status, stamp, texts.summary],
        ]),
      ),
      [
        [uid, 0, "CONFIRMED", "2026-11-20T00:00:00.000Z", "events/river"],
        [uid, minutes, "CONFIRMED", "2026-11-28T09:30:00.000Z", "Moved: events/rivers"],
        [uid, minutes, "CANCELLED", "2026-11-28T09:30:00.000Z", "Cancelled: events/rivers"],
      ],
    );
  }
});

test("feeds tell of an event on the day on which it was announced, and when and where it takes place", async () => {
  const { items } = await feeds([article("old"), event("river")], {}, "Come.");
  assert.deepEqual(
    items.map(({ url }) => url),
    ["https://cities.example/events/river/", "https://cities.example/news/old/"],
  );
  assert.equal(items[0]?.date_published, "2026-11-20T12:00:00+00:00");
  const { tags } = parsePage(items[0]?.content_html ?? "");
  assert.deepEqual(
    tags.flatMap(({ name, text }) => (name === "p" ? [text] : [])),
    [
      "Saturday 5 December 2026, 19:00 in Liverpool; 03:00 next day in Shanghai",
      "The Bluecoat",
      "Liverpool",
      "Come.",
    ],
  );
});

testTable("feed-links", {
  "in the article /news/links/, below /twinning/": async (body) => {
    const articles = [article("links"), article("other")];
    const { items } = await feeds(articles, { prefix: "/twinning/" }, body);
    const item = items.find(({ url }) => url?.endsWith("/links/"));
    const { tags } = parsePage(item?.content_html ?? "");
    return tags.flatMap(({ attributes }) => attributes.href ?? []);
  },
});

test("the stylesheet of a feed stands below the base path", async () => {
  const { atom } = await feeds([], { prefix: "/twinning/" });
  assert.match(atom, /<\?xml-stylesheet [^>]*href="\/twinning\/feed\.[0-9a-f]{10}\.css"\?>/);
});

test("a draft without a date, which only the preview has, is left out", async () => {
  const { items } = await feeds([entryOf("en", "news/draft"), article("other")]);
  assert.equal(items.length, 1);
});

test("a language without an article has a sound feed all the same", async () => {
  const { files } = await feeds([]);
  for (const name of ["feed.xml", "zh/feed.xml"]) {
    assert.deepEqual(schemaFaults(files.get(name) ?? "", atomSchema), [], name);
  }
});

test("whatever an editor types, the feeds are sound and say it", async () => {
  for (const text of wildTexts(40)) {
    const wild = article("wild", { title: text, summary: text });
    const { atom, items } = await feeds([wild], {}, `${text}\n\n- ${text}`);
    assert.deepEqual(schemaFaults(atom, atomSchema), [], JSON.stringify(text));
    assert.equal(items[0]?.title?.trim(), text.trim());
  }
});

async function listed(entries: readonly Entry[]) {
  const context = await contextOf(entries, "/twinning/");
  const pages = planPages(context);
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
  const articles = inMay(21);
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

test("a list by tag changed when an article with that tag did", async () => {
  const tagged = entryOf("en", "news/docks", { date: "2026-05-03", tags: ["heritage"] });
  const urls = await listed([...lists, ...inMay(9), tagged]);
  assert.equal(urls.get("/news/")?.lastmod, "2026-05-09");
  assert.equal(urls.get("/news/tags/heritage/")?.lastmod, "2026-05-03");
  assert.equal(urls.has("/zh/news/tags/heritage/"), false);
});

test("languages are named where the page is there in both", async () => {
  const urls = await listed([entryOf("en", "a"), entryOf("zh", "a"), entryOf("en", "b")]);
  const tags = (address: string) => urls.get(address)?.links?.map(({ lang }) => lang);
  assert.deepEqual(tags("/a/"), ["en-GB", "zh-Hans", "x-default"]);
  assert.deepEqual(tags("/zh/a/"), ["en-GB", "zh-Hans", "x-default"]);
  assert.deepEqual(tags("/b/") ?? [], []);
});
