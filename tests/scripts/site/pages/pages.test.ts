import assert from "node:assert/strict";
import test from "node:test";
import type { Listing, Page } from "../../../../scripts/site/pages/context.ts";
import { planPages, redirectPages } from "../../../../scripts/site/pages/pages.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

const find = (pages: readonly Page[], output: string): Record<string, unknown> => {
  const page = pages.find((candidate) => candidate.output === output);
  assert.ok(page, `no page ${output} among ${pages.map((each) => each.output).join(", ")}`);
  return page.data;
};

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
  const shown = lists.map((page) => page.data.list as { items: { title: string }[] });
  assert.deepEqual(
    shown.map((list) => list.items.length),
    [20, 20, 5],
  );
  assert.equal(shown[0]?.items[0]?.title, "news/a11");
  const { newer, older } = find(pages, "news/page/2/index.html").list as Record<string, string>;
  assert.deepEqual([newer, older], ["/twinning/news/", "/twinning/news/page/3/"]);
  const titles = lists.map((page) => (page.data.entry as { documentTitle: string }).documentTitle);
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

test("the navigation marks the page itself, and what a further page of a list belongs to", async () => {
  const pages = planPages(await contextOf([entryOf("en", "news/index"), ...dated("en", 21)]));
  const current = (output: string) =>
    (find(pages, output).navigation as { url: string; current?: string }[])
      .filter((item) => item.current !== undefined)
      .map((item) => [item.url, item.current]);
  assert.deepEqual(current("news/index.html"), [["/news/", "page"]]);
  assert.deepEqual(current("news/page/2/index.html"), [["/news/", "true"]]);
});

test("a page in both languages points to the other, with x-default in English", async () => {
  const pages = planPages(await contextOf([entryOf("en", "about"), entryOf("zh", "about")]));
  const { listing, languageSwitch, counterpart } = find(pages, "zh/about/index.html");
  assert.deepEqual((listing as Listing).alternates, [
    { hreflang: "en-GB", url: "https://cities.example/about/" },
    { hreflang: "zh-Hans", url: "https://cities.example/zh/about/" },
    { hreflang: "x-default", url: "https://cities.example/about/" },
  ]);
  assert.deepEqual(languageSwitch, { url: "/about/", tag: "en-GB" });
  assert.equal(counterpart, true);
});

test("a page without a translation says so, and promises none to machines", async () => {
  const pages = planPages(await contextOf([entryOf("zh", "about")]));
  const { listing, languageSwitch, counterpart } = find(pages, "zh/about/index.html");
  assert.deepEqual((listing as Listing).alternates, []);
  assert.deepEqual(languageSwitch, { url: "/", tag: "en-GB" });
  assert.equal(counterpart, false);
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
  const pages = redirectPages(await contextOf(entries, "/twinning/"));
  assert.deepEqual(
    pages.map(({ output, template }) => [output, template]),
    [
      ["old/index.html", "content/en/about.alias-1.md"],
      ["a/b/index.html", "content/en/about.alias-2.md"],
      ["zh/旧/index.html", "content/zh/news/x.alias-1.md"],
    ],
  );
  assert.deepEqual(pages[2]?.data.entry, {
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
  const entries = [{ ...entryOf("en", "about"), aliases: ["/News/X/"] }, entryOf("en", "news/x")];
  assert.deepEqual(redirectPages(await contextOf(entries)), []);
});
