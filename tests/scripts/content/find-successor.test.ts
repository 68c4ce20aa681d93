import assert from "node:assert/strict";
import { test } from "node:test";
import { findSuccessor } from "../../../scripts/content/find-successor.ts";
import { entryOf } from "../../support/site-context.ts";

const keys = ["index", "about", "news/index", "news/culture-day", "news/port-2025", "harbour"];
const pages = keys.map((key) => entryOf("en", key));
const listed = new Set(pages.map(({ address }) => address));

const cases: [lost: string, added: string | undefined, successor: string, why: string][] = [
  ["/news/harbour/", undefined, "harbour", "the same name elsewhere"],
  ["/news/culture-days/", undefined, "news/culture-day", "a like name"],
  ["/news/port-2024/", "news/port-of-2024", "news/port-of-2024", "a like name that is new"],
  ["/news/opening/", "news/festival", "news/festival", "the only new article"],
  ["/news/opening/", "festival", "news/index", "not a new page for an article"],
  ["/news/port-2024/", undefined, "news/port-2025", "a like name, if none is new"],
  ["/news/riverfront/", undefined, "news/index", "the list of news for an article"],
  ["/partners/", undefined, "index", "Welcome for a page"],
  ["/news/index/", undefined, "news/index", "the list of news, not a page named like it"],
];

for (const [lost, added, successor, why] of cases) {
  test(`${lost} leads to ${successor}: ${why}`, () => {
    const all = added === undefined ? pages : [...pages, entryOf("en", added)];
    assert.equal(findSuccessor(lost, all, (address) => listed.has(address))?.key, successor);
  });
}

test("without a list of news an article leads to Welcome, and without any page nowhere", () => {
  assert.equal(findSuccessor("/news/x/", [entryOf("en", "index")], () => true)?.key, "index");
  assert.equal(
    findSuccessor("/news/x/", [], () => true),
    undefined,
  );
});
