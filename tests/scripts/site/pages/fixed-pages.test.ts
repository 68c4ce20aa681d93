import assert from "node:assert/strict";
import test from "node:test";
import type { Entry } from "../../../../scripts/content/entry.ts";
import type { PhotoRecord } from "../../../../scripts/photos/record.ts";
import type { PhotoUse } from "../../../../scripts/photos/use.ts";
import { siteLists } from "../../../../scripts/site/pages/context.ts";
import { creditsData } from "../../../../scripts/site/pages/fixed-pages.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

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
  return { source, language, written, alt: undefined, line: 1, column: 1 };
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
  return creditsData("zh", context, siteLists(entries));
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
        { name: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
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
