import assert from "node:assert/strict";
import test from "node:test";
import { siteLists } from "../../../../scripts/site/pages/context.ts";
import { archiveData } from "../../../../scripts/site/pages/news.ts";
import { planPages } from "../../../../scripts/site/pages/pages.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

test("articles stand by year, newest first, and those without dates last", async () => {
  const entries = [
    entryOf("zh", "news/b", { date: "2024-02-01", title: "乙" }),
    entryOf("zh", "news/old", { date: "2026-11-23", archive: true, title: "旧" }),
    entryOf("zh", "news/c", { date: "2025-01-01", title: "丙" }),
    entryOf("zh", "news/a", { date: "2024-03-01", title: "甲" }),
    entryOf("en", "news/a", { date: "2023-03-01" }),
  ];
  const groups = archiveData("zh", await contextOf(entries, "/twinning/"), siteLists(entries));
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

test("the archive is a part of the news: its index leads there and the navigation marks it", async () => {
  const entries = [
    entryOf("en", "news/index", { title: "News" }),
    entryOf("en", "news/archive", { title: "By year" }),
  ];
  const [news, archive] = planPages(await contextOf(entries));
  const list = news?.data.list as { archive: object } | undefined;
  assert.deepEqual(list?.archive, { title: "By year", url: "/news/archive/" });
  const navigation = archive?.data.navigation as { url: string; current: string | undefined }[];
  assert.deepEqual(
    navigation.map(({ url, current }) => [url, current]),
    [["/news/", "true"]],
  );
});
