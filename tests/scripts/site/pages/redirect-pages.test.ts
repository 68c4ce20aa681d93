import assert from "node:assert/strict";
import { test } from "node:test";
import { redirectPages } from "../../../../scripts/site/pages/redirect-pages.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

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
