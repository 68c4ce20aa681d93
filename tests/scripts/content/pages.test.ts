import assert from "node:assert/strict";
import test from "node:test";
import { testTable } from "../../support/tables.ts";
import { smallest, told } from "./make-site.ts";

test("a navigation leads to pages of both languages, articles too", async () => {
  const leading = (page: string) => `- page: ${page}\n  label: { en: A, zh: 甲 }\n`;
  const path = "content/_data/navigation.yaml";
  assert.deepEqual(await told({ [path]: leading("news/x") }), []);
  assert.deepEqual(await told({ [path]: leading("about"), "content/zh/about.md": null }), [
    `${path}:1:9  the navigation leads to \`about\`, and there is no content/zh/about.md — create content/zh/about.md, or take it out of the navigation`,
  ]);
});

test("a page may have the name of a language, but not its address", async () => {
  const page = (smallest["content/en/about.md"] ?? "").replace("title: A", "title: B");
  assert.deepEqual(await told({ "content/en/zh.md": page }), [
    "content/zh/index.md:1:1  this page would have the address `/zh/`, which content/en/zh.md has already — rename or delete one of the two files",
  ]);
});

/** What is told of the English and the Chinese article with these `aliases`, which stand in line 5. */
async function toldOfAliases(en: string, zh?: string): Promise<string[]> {
  const changes = Object.entries({ en, zh }).map(([language, aliases]) => {
    const path = `content/${language}/news/x.md`;
    const lines = aliases === undefined ? "" : `aliases: ${aliases}\n`;
    return [path, (smallest[path] ?? "").replace("---\nText", `${lines}---\nText`)];
  });
  return told(Object.fromEntries(changes));
}

const taken = (alias: string, other: string) =>
  `\`${alias}\` is the address of ${other} — delete this alias, or write the old address that you meant`;
const twice = (alias: string, other: string) =>
  `\`${alias}\` is already an alias in ${other} — keep it in the one file that it should lead to`;

test("aliases lead from one old address to one page", async () => {
  assert.deepEqual(await toldOfAliases("[/old/, /About/, /old/]", "[/old/, /zh/news/x/]"), [
    `content/en/news/x.md:5:18  ${taken("/About/", "content/en/about.md")}`,
    `content/en/news/x.md:5:27  ${twice("/old/", "this file")}`,
    `content/zh/news/x.md:6:11  ${twice("/old/", "content/en/news/x.md")}`,
    `content/zh/news/x.md:6:18  ${taken("/zh/news/x/", "this page itself")}`,
  ]);
});

testTable("aliases", {
  "an alias in line 5 of an article": async (alias) =>
    (await toldOfAliases(`[${alias}]`)).map((line) =>
      line.replace("content/en/news/x.md:5:11  ", ""),
    ),
});
