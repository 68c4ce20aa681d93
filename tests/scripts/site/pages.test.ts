import assert from "node:assert/strict";
import test from "node:test";
import type { Entry } from "../../../scripts/content/entry.ts";
import type { PhotoRecord } from "../../../scripts/photos/record.ts";
import type { PhotoUse } from "../../../scripts/photos/use.ts";
import { cardColours } from "../../../scripts/site/assets.ts";
import { minify } from "../../../scripts/site/finish.ts";
import { cardData, planCard } from "../../../scripts/site/pages/cards.ts";
import type { Listing, Page } from "../../../scripts/site/pages/context.ts";
import { creditsData } from "../../../scripts/site/pages/fixed-pages.ts";
import { archiveData } from "../../../scripts/site/pages/news.ts";
import { planPages } from "../../../scripts/site/pages/pages.ts";
import { serialiseJsonLd } from "../../../scripts/site/pages/structured-data.ts";
import { filmWords } from "../../../scripts/site/pages/words.ts";
import { wildTexts } from "../../support/feeds.ts";
import { projectRoot } from "../../support/files.ts";
import { parsePage } from "../../support/site.ts";
import { contextOf, entryOf } from "../../support/site-context.ts";

const isRedirect = ({ listing }: Page) => listing === undefined;

const find = (pages: readonly Page[], output: string): Record<string, unknown> => {
  const page = pages.find((candidate) => candidate.output === output);
  assert.ok(page, `no page ${output} among ${pages.map((each) => each.output).join(", ")}`);
  return page.data();
};

test("a film is told by its length in figures, and to those who hear it in words", async () => {
  const { strings } = (await contextOf([])).facts;
  const told = (length: string, language: "en" | "zh") =>
    filmWords({ title: "A", length, host: "b.example" }, strings[language]);
  assert.deepEqual(told("3:42", "en"), {
    caption: "Film: A, 3:42, on b.example.",
    label: "Film: A, 3 minutes 42 seconds, on b.example.",
  });
  assert.equal(told("1:01:00", "en").label, "Film: A, 1 hour 1 minute, on b.example.");
  assert.equal(told("2:00:01", "zh").label, "影片：A，2小时 1秒，b.example。");
});

const dated = (language: "en" | "zh", count: number) =>
  Array.from({ length: count }, (_, index) =>
    entryOf(language, `news/a${String(index).padStart(2, "0")}`, {
      date: `2025-${String((index % 12) + 1).padStart(2, "0")}-01`,
    }),
  );

test("news is cut into pages of twenty, newest first, and each page knows its neighbours", async () => {
  const entries = [entryOf("en", "news/index", { title: "News" }), ...dated("en", 45)];
  const pages = planPages(await contextOf(entries, "/twinning/"));
  const lists = pages.filter((page) => page.layout === "layouts/news.njk");
  assert.deepEqual(
    lists.map((page) => page.output),
    ["news/index.html", "news/page/2/index.html", "news/page/3/index.html"],
  );
  const shown = lists.map((page) => page.data().list as { items: { title: string }[] });
  assert.deepEqual(
    shown.map((list) => list.items.length),
    [20, 20, 5],
  );
  assert.equal(shown[0]?.items[0]?.title, "news/a11");
  const { newer, older } = find(pages, "news/page/2/index.html").list as Record<string, string>;
  assert.deepEqual([newer, older], ["/twinning/news/", "/twinning/news/page/3/"]);
  const titles = lists.map(
    (page) => (page.data().entry as { documentTitle: string }).documentTitle,
  );
  assert.equal(new Set(titles).size, 3);
});

test("articles from the archive come after all dated ones, in lists and between neighbours", async () => {
  const entries = [
    entryOf("en", "news/index"),
    entryOf("en", "news/archived", { date: "2026-11-23", archive: true }),
    entryOf("en", "news/new", { date: "2025-05-28" }),
    entryOf("en", "news/old", { date: "2024-10-18" }),
  ];
  const pages = planPages(await contextOf(entries));
  const { items } = find(pages, "news/index.html").list as {
    items: { title: string; date: unknown }[];
  };
  assert.deepEqual(
    items.map((item) => item.title),
    ["news/new", "news/old", "news/archived"],
  );
  assert.equal(items[2]?.date, undefined);
  assert.deepEqual(find(pages, "news/old/index.html").neighbours, {
    previous: { title: "news/archived", url: "/news/archived/" },
    next: { title: "news/new", url: "/news/new/" },
  });
});

test("each tag in use has a list of its articles, as long as they need, and each article leads there", async () => {
  const tagged = (language: "en" | "zh", count: number) =>
    dated(language, count).map((entry) => ({
      ...entry,
      tags: [{ slug: "heritage", line: 1, column: 1 }],
    }));
  const both = entryOf("zh", "news/both", { date: "2024-01-01", tags: ["heritage", "culture"] });
  const entries = [
    entryOf("en", "news/index", { title: "News" }),
    entryOf("zh", "news/index"),
    entryOf("en", "news/none", { date: "2026-01-01" }),
    ...tagged("en", 21),
    ...tagged("zh", 2),
    both,
  ];
  const pages = planPages(await contextOf(entries, "/twinning/"));
  assert.deepEqual(
    pages.map(({ output }) => output).filter((output) => output.includes("/tags/")),
    [
      "news/tags/heritage/index.html",
      "news/tags/heritage/page/2/index.html",
      "zh/news/tags/culture/index.html",
      "zh/news/tags/heritage/index.html",
    ],
  );
  assert.equal(new Set(pages.map(({ template }) => template)).size, pages.length);

  const { entry, list, languageSwitch, listing } = find(pages, "news/tags/heritage/index.html");
  assert.equal((entry as { title: string }).title, "News: Heritage");
  const { items, older } = list as { items: { title: string }[]; older: string };
  assert.equal(items.length, 20);
  assert.ok(!items.some(({ title }) => title === "news/none"));
  assert.equal(older, "/twinning/news/tags/heritage/page/2/");
  assert.equal((languageSwitch as { url: string }).url, "/twinning/zh/news/tags/heritage/");
  assert.equal((listing as Listing).alternates.length, 3);

  const alone = find(pages, "zh/news/tags/culture/index.html");
  assert.equal((alone.languageSwitch as { url: string }).url, "/twinning/news/");
  assert.deepEqual((alone.listing as Listing).alternates, []);
  const url = (slug: string) => `/twinning/zh/news/tags/${slug}/`;
  const links = [
    { slug: "culture", name: "文化", url: url("culture") },
    { slug: "heritage", name: "文化遗产", url: url("heritage") },
  ];
  assert.deepEqual(find(pages, "zh/news/both/index.html").tagLinks, links);
  assert.deepEqual((alone.list as { tags: unknown }).tags, [
    { ...links[0], current: true },
    { ...links[1], current: false },
  ]);
});

test("a page without a translation says so, and promises none to machines", async () => {
  const pages = planPages(await contextOf([entryOf("zh", "about")]));
  const { listing, languageSwitch, counterpart } = find(pages, "zh/about/index.html");
  assert.deepEqual((listing as Listing).alternates, []);
  assert.deepEqual(languageSwitch, { url: "/", tag: "en-GB" });
  assert.equal(counterpart, false);
});

test("a translation of a text that has changed since says so, by its day, until its stamp is renewed", async () => {
  const keys = ["about", "search", "news/index", "news/day", "news/archive"];
  const own = { date: "2025-05-28", tags: ["culture"] };
  const chinesePages = async (textStamp: string, translated?: string) => {
    const entries = keys.flatMap((key) => [
      { ...entryOf("en", key, own), textStamp },
      { ...entryOf("zh", key, own), ...(translated !== undefined && { translated }) },
    ]);
    const pages = planPages(await contextOf(entries));
    assert.ok(pages.every((page) => page.language === "zh" || page.data().outdated === undefined));
    return pages.filter(({ language }) => language === "zh");
  };
  const said = (pages: readonly Page[]) => pages.map((page) => `${page.data().outdated}`);
  const old = await chinesePages("0123abcd", "2026-11-23 0123abcd");
  const changed = await chinesePages("4567cdef", "2026-11-23 0123abcd");
  for (const [index, page] of changed.entries()) {
    if (page.output.includes("tags")) assert.equal(page.data().outdated, undefined);
    else {
      assert.match(`${page.data().outdated}`, /2026年11月23日/, page.output);
      assert.notDeepEqual(page.madeFrom, old[index]?.madeFrom, page.output);
    }
  }
  const nothing = changed.map(() => "undefined");
  assert.deepEqual(said(old), nothing);
  assert.deepEqual(said(await chinesePages("4567cdef", "2026-11-24 4567cdef")), nothing);
  assert.deepEqual(said(await chinesePages("4567cdef")), nothing);
});

test("where one language has fewer pages of news, the switch leads to its first", async () => {
  const entries = [
    entryOf("en", "news/index"),
    entryOf("zh", "news/index"),
    ...dated("en", 21),
    ...dated("zh", 3),
  ];
  const data = find(planPages(await contextOf(entries)), "news/page/2/index.html");
  assert.equal((data.languageSwitch as { url: string }).url, "/zh/news/");
  assert.deepEqual((data.listing as Listing).alternates, []);
});

test("each alias of what is shown leads to its page, below the prefix and in its language", async () => {
  const entries = [
    { ...entryOf("en", "about", { title: "About" }), aliases: ["/old/", "/a/b/"] },
    { ...entryOf("zh", "news/x", { title: "新闻" }), aliases: ["/zh/旧/"] },
  ];
  const pages = planPages(await contextOf(entries, "/twinning/")).filter(isRedirect);
  assert.deepEqual(
    pages.map(({ output, template }) => [output, template]),
    [
      ["old/index.html", "content/en/about.alias-1.md"],
      ["a/b/index.html", "content/en/about.alias-2.md"],
      ["zh/旧/index.html", "content/zh/news/x.alias-1.md"],
    ],
  );
  assert.deepEqual(pages[2]?.data().entry, {
    source: "content/zh/news/x.md",
    language: "zh",
    languageTag: "zh-Hans",
    title: "新闻",
    documentTitle: "新闻 · 利物浦—上海友好城市",
    canonical: "https://cities.example/twinning/zh/news/x/",
    url: "/twinning/zh/news/x/",
  });
});

test("an old address at which a page is shown again is that page's", async () => {
  const aliases = ["/News/X/", "/news/tags/heritage/"];
  const entries = [
    { ...entryOf("en", "about"), aliases },
    entryOf("en", "news/x", { tags: ["heritage"] }),
  ];
  assert.deepEqual(planPages(await contextOf(entries)).filter(isRedirect), []);
});

test("articles stand by year, newest first, and those without dates last", async () => {
  const entries = [
    entryOf("zh", "news/b", { date: "2024-02-01", title: "乙" }),
    entryOf("zh", "news/old", { date: "2026-11-23", archive: true, title: "旧" }),
    entryOf("zh", "news/c", { date: "2025-01-01", title: "丙" }),
    entryOf("zh", "news/a", { date: "2024-03-01", title: "甲" }),
    entryOf("en", "news/a", { date: "2023-03-01" }),
  ];
  const groups = archiveData("zh", await contextOf(entries, "/twinning/"));
  const shown = groups.map(({ title, articles }) => [title, articles.map((one) => one.title)]);
  assert.deepEqual(shown, [
    ["2025年", ["丙"]],
    ["2024年", ["甲", "乙"]],
    ["旧站存档", ["旧"]],
  ]);
  assert.equal(new Set(groups.map(({ id }) => id)).size, 3);
  assert.deepEqual(groups[1]?.articles[0], {
    title: "甲",
    url: "/twinning/zh/news/a/",
    date: { machine: "2024-03-01", text: "2024年3月1日" },
  });
  assert.equal(groups[2]?.articles[0]?.date, undefined);
});

const river: PhotoRecord = {
  alt: { en: "A river", zh: "" },
  caption: { en: "The river", zh: "这条河" },
  credit: { en: "Somebody", zh: "某人" },
  licence: "CC-BY-4.0",
  focus: { x: 0.5, y: 0.5 },
};

const measure = {
  sha256: "a".repeat(64),
  width: 900,
  height: 600,
  format: "jpeg",
  tone: 1,
} as const;

const useIn = ({ source, language }: Entry, written: string): PhotoUse => {
  return { source, language, slot: "article", written, alt: undefined, line: 1, column: 1 };
};

/** The photographs credited in Chinese, on a site whose entries show the named files. */
async function credited(shown: readonly [Entry, string][], records: Record<string, PhotoRecord>) {
  const entries = [...new Set(shown.map(([entry]) => entry))];
  const photographs = Object.entries(records).map(
    ([path, record]) => [path, { original: { path, ...measure }, record }] as const,
  );
  const context = {
    ...(await contextOf(entries, "/twinning/")),
    photographs: new Map(photographs),
    photoUses: [
      ...shown.map(([entry, written]) => useIn(entry, written)),
      useIn(entryOf("zh", "draft"), "draft.jpg"),
    ],
  };
  return creditsData("zh", context);
}

test("each photograph that pages show stands once, with its terms and its pages", async () => {
  const home = entryOf("zh", "index", { title: "欢迎" });
  const article = entryOf("zh", "news/a", { date: "2025-05-28", title: "甲" });
  const found = await credited(
    [
      [article, "river.jpg"],
      [home, "river.jpg"],
      [home, "river.jpg"],
      [home, "docks.jpg"],
    ],
    { "river.jpg": river, "docks.jpg": { ...river, licence: "LicenseRef-society" } },
  );
  assert.deepEqual(
    found.map(({ photo, licence, pages }) => [
      photo.original,
      licence,
      pages.map((page) => page.url),
    ]),
    [
      ["docks.jpg", { name: "society", url: undefined }, ["/twinning/zh/"]],
      [
        "river.jpg",
        {
          name: "CC-BY-4.0",
          url: "https://creativecommons.org/licenses/by/4.0/deed.zh-hans",
        },
        ["/twinning/zh/", "/twinning/zh/news/a/"],
      ],
    ],
  );
  assert.equal(found[1]?.credit, "某人");
});

test("one that only the other language shows is credited too, with the pages there", async () => {
  const home = entryOf("en", "index", { title: "Welcome" });
  const [only] = await credited([[home, "river.jpg"]], { "river.jpg": river });
  assert.deepEqual(only?.pages, [{ title: "Welcome", url: "/twinning/", tag: "en-GB" }]);
  assert.equal(only?.photo.alt, "这条河");
});

const colours = await cardColours(projectRoot);

async function share(key: string, own: Parameters<typeof entryOf>[2] = {}, prefix = "/") {
  const entry = entryOf("en", key, own);
  const context = { ...(await contextOf([entry], prefix)), cardColours: colours };
  const standing = { ...entry, entry, counterpart: undefined, isSamePage: true };
  return { data: cardData(standing, context), card: planCard(standing, context) };
}

test("the card is planned, and its address is absolute and below the base path", async () => {
  const { data, card } = await share("news/river", { date: "2025-05-28" }, "/twinning/");
  assert.equal(data?.image, `https://cities.example/twinning/${card?.path}`);
  assert.equal(data?.url, "https://cities.example/twinning/news/river/");
  assert.match(card?.path ?? "", /^cards\/news-river\.[0-9a-f]{10}\.jpg$/);
  assert.equal(card?.card.date, "28 May 2025");
  assert.equal(data?.published, "2025-05-28");
});

test("an article from the archive shows no date, since nobody knows it", async () => {
  const { data, card } = await share("news/old", { date: "2011-01-01", archive: true });
  assert.deepEqual([data?.published, card?.card.date], [undefined, undefined]);
});

test("404 has no card, and the preview none at all", async () => {
  assert.deepEqual(await share("404"), { data: undefined, card: undefined });
  const entry = entryOf("en", "about");
  const standing = { ...entry, entry, counterpart: undefined, isSamePage: true };
  assert.equal(cardData(standing, await contextOf([entry])), undefined);
});

test("a card has another address when its title changes", async () => {
  const [one, other] = await Promise.all([
    share("about", { title: "One" }),
    share("about", { title: "Other" }),
  ]);
  assert.notEqual(one.card?.path, other.card?.path);
});

type Thing = Record<string, unknown>;

async function graphOf(entries: readonly Entry[], output: string): Promise<Thing[] | undefined> {
  const pages = planPages(await contextOf(entries, "/twinning/"));
  const { structured } = find(pages, output).machines as { structured: string | undefined };
  return structured === undefined ? undefined : JSON.parse(structured)["@graph"];
}

const root = "https://cities.example/twinning/";

test("an article has its day and its tags, and one from the archive no day", async () => {
  const dated = entryOf("en", "news/day", { date: "2025-05-28", tags: ["culture"] });
  const archived = entryOf("en", "news/old", { date: "2026-11-23", archive: true });
  const [day] = (await graphOf([dated], "news/day/index.html")) ?? [];
  assert.equal(day?.datePublished, "2025-05-28");
  assert.equal(day?.mainEntityOfPage, `${root}news/day/`);
  assert.deepEqual(day?.keywords, ["Culture"]);
  const [old] = (await graphOf([archived], "news/old/index.html")) ?? [];
  assert.equal(old?.headline, "news/old");
  assert.equal("datePublished" in (old ?? {}), false);
  assert.equal("keywords" in (old ?? {}), false);
});

test("who wrote an article, and who translated it, is told to readers and machines; else it is the society's", async () => {
  const people = { authors: ["Jane Smith", "Mary Jones", "李伟"], translators: ["王芳"] };
  const english = { ...entryOf("en", "news/day", { date: "2025-05-28" }), ...people };
  const chinese = { ...entryOf("zh", "news/day", { date: "2025-05-28" }), ...people };
  const other = entryOf("en", "news/other", { date: "2025-05-28" });
  const pages = planPages(await contextOf([english, chinese, other]));
  assert.deepEqual(find(pages, "news/day/index.html").bylines, [
    "By Jane Smith, Mary Jones and 李伟",
    "Translated by 王芳",
  ]);
  assert.deepEqual(find(pages, "zh/news/day/index.html").bylines, [
    "作者：Jane Smith、Mary Jones、李伟",
    "译者：王芳",
  ]);
  assert.deepEqual(find(pages, "news/other/index.html").bylines, []);
  const [named] = (await graphOf([english], "news/day/index.html")) ?? [];
  assert.deepEqual(
    named?.author,
    people.authors.map((name) => ({ "@type": "Person", name })),
  );
  assert.deepEqual(named?.translator, [{ "@type": "Person", name: "王芳" }]);
  const [nobody] = (await graphOf([other], "news/other/index.html")) ?? [];
  assert.deepEqual(nobody?.author, nobody?.publisher);
  assert.equal("translator" in (nobody ?? {}), false);
});

test("a translation and its original name each other", async () => {
  const english = entryOf("en", "news/day", { date: "2025-05-28" });
  const chinese = {
    ...entryOf("zh", "news/day", { date: "2025-05-28" }),
    translated: "2026-11-23 0123abcd",
  };
  const entries = [english, chinese];
  const [original] = (await graphOf(entries, "news/day/index.html")) ?? [];
  const [translation] = (await graphOf(entries, "zh/news/day/index.html")) ?? [];
  assert.deepEqual(original?.workTranslation, { "@id": translation?.["@id"] });
  assert.deepEqual(translation?.translationOfWork, { "@id": original?.["@id"] });
  assert.equal("translationOfWork" in (original ?? {}), false);
});

test("the way to a page goes through those above it", async () => {
  const entries = [
    entryOf("en", "index", { title: "Welcome" }),
    entryOf("en", "news/index", { title: "News" }),
    entryOf("en", "news/archive", { title: "By year" }),
    ...Array.from({ length: 21 }, (_, day) =>
      entryOf("en", `news/a${day}`, {
        date: "2025-05-28",
        title: `Day ${day}`,
        tags: ["culture"],
      }),
    ),
  ];
  const trail = async (output: string) => {
    const list = (await graphOf(entries, output))?.find((one) => one["@type"] === "BreadcrumbList");
    const items = (list?.itemListElement ?? []) as { name: string; item: string }[];
    return items.map(({ name, item }) => `${name} ${item.replace(root, "/")}`);
  };
  const above = ["Welcome /", "News /news/"];
  assert.deepEqual(await trail("news/index.html"), above);
  assert.deepEqual(await trail("news/a3/index.html"), [...above, "Day 3 /news/a3/"]);
  assert.deepEqual(await trail("news/archive/index.html"), [...above, "By year /news/archive/"]);
  const second = "News (Page 2 of 2) /news/page/2/";
  assert.deepEqual(await trail("news/page/2/index.html"), [...above, second]);
  const tagged = [...above, "News: Culture /news/tags/culture/"];
  assert.deepEqual(await trail("news/tags/culture/index.html"), tagged);
  const next = "News: Culture (Page 2 of 2) /news/tags/culture/page/2/";
  assert.deepEqual(await trail("news/tags/culture/page/2/index.html"), [...tagged, next]);
});

test("search is offered in its language where there is a page for it", async () => {
  const home = entryOf("zh", "index");
  const site = async (...others: Entry[]) =>
    (await graphOf([home, ...others], "zh/index.html"))?.find((one) => one["@type"] === "WebSite");
  assert.equal("potentialAction" in ((await site()) ?? {}), false);
  const found = await site(entryOf("zh", "search"));
  assert.deepEqual(found?.potentialAction, {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${root}zh/search/?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  });
});

test("the page for missing addresses says nothing of itself", async () => {
  assert.equal(await graphOf([entryOf("en", "404")], "404.html"), undefined);
});

const hostile = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "<![CDATA[ ]]>",
  "&lt;/script&gt; &amp;",
  "\u2028\u2029\u0000\u007f\ufeff",
  "\ud83d",
];

test("no text ends the script or is read otherwise than it was written", () => {
  for (const headline of [...hostile, ...wildTexts(200)]) {
    const text = serialiseJsonLd([{ "@type": "NewsArticle", headline }]);
    const html = `<!doctype html><title>x</title><script type="application/ld+json">${text}</script><p>after`;
    const { tags } = parsePage(html);
    const names = tags.map(({ name }) => name);
    assert.deepEqual(names, ["html", "head", "title", "script", "body", "p"], headline);
    const script = tags.find(({ name }) => name === "script");
    assert.deepEqual(JSON.parse(script?.text ?? ""), {
      "@context": "https://schema.org",
      "@graph": [{ "@type": "NewsArticle", headline }],
    });
  }
});

test("the minifier leaves it as it was written", async () => {
  for (const headline of [...hostile, ...wildTexts(20), "a  b", " // c", "<!-- d -->"]) {
    const text = serialiseJsonLd([{ "@type": "NewsArticle", headline }]);
    const html = await minify(`<p>x</p><script type="application/ld+json">${text}</script>`);
    assert.ok(html.includes(`>${text}</script>`), headline);
  }
});
