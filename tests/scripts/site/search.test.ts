import assert from "node:assert/strict";
import test from "node:test";
import { searchRecords } from "../../../scripts/site/search.ts";
import { contextOf, entryOf } from "../../support/site-context.ts";

function page(output: string, main: string) {
  return { output, html: () => `<body><nav>Menu</nav><main>${main}</main>` };
}

test("pages and articles are searched, and no page that only leads to others", async () => {
  const keys = [
    "index",
    "about",
    "credits",
    "news/docks",
    "news/index",
    "news/archive",
    "search",
    "404",
  ];
  const context = await contextOf(keys.map((key) => entryOf("en", key)));
  const records = await searchRecords([page("about/index.html", "<p>Two cities</p>")], context);
  assert.deepEqual(
    records.map(({ address }) => address),
    ["/", "/about/", "/credits/", "/news/docks/"],
  );
  assert.equal(records[1]?.text, "Two cities.");
});

test("a page that is rendered but not among the entries, as at an old address, is not searched", async () => {
  const context = await contextOf([entryOf("en", "about")]);
  const pages = [page("about/index.html", "<p>New</p>"), page("old/index.html", "<p>Moved</p>")];
  assert.deepEqual(
    (await searchRecords(pages, context)).map(({ text }) => text),
    ["New."],
  );
});

test("the text is what the page says itself: no title, date, or news of other pages", async () => {
  const context = await contextOf([entryOf("zh", "news/docks", { title: "码头" })], "/twinning/");
  const html = `<h1>码头</h1><p class=dateline>旧站存档</p><h2>历史</h2><p>皇家阿尔伯特码头（利物浦）</p>
    <p>谁来过？</p><p class="tags">主题：<a href=/>港口</a></p><section class="newest"><p>新闻</p></section><p class="notice-bar">草稿</p>`;
  assert.deepEqual(await searchRecords([page("zh/news/docks/index.html", html)], context), [
    {
      address: "/zh/news/docks/",
      language: "zh",
      title: "码头",
      text: "历史。皇家阿尔伯特码头（利物浦）。谁来过？主题：港口。",
    },
  ]);
});
