import assert from "node:assert/strict";
import test from "node:test";
import { testTable } from "../../support/tables.ts";
import { smallest, told } from "./make-site.ts";

for (const [page, changes, expected] of [
  [
    "abuot",
    {},
    "content/_data/navigation.yaml:1:9  the navigation leads to `abuot`, and there is no content/en/abuot.md — did you mean `about`?",
  ],
  [
    "about",
    { "content/zh/about.md": null },
    "content/_data/navigation.yaml:1:9  the navigation leads to `about`, and there is no content/zh/about.md — create content/zh/about.md, or take it out of the navigation",
  ],
  ["news/x", {}, undefined],
] as const) {
  test(`a navigation to ${page}`, async () => {
    const navigation = `- page: ${page}\n  label: { en: A, zh: 甲 }\n`;
    const problems = await told({ "content/_data/navigation.yaml": navigation, ...changes });
    assert.deepEqual(problems, expected === undefined ? [] : [expected]);
  });
}

test("two files with one address, also when only the case differs", async () => {
  const same = (address: string, other: string) =>
    `this page would have the address \`${address}\`, which ${other} has already — rename or delete one of the two files`;
  const page = smallest["content/en/about.md"] ?? "";
  const own = (title: string) => page.replace("title: A", `title: ${title}`);
  assert.deepEqual(await told({ "content/en/news.md": own("B"), "content/en/zh.md": own("C") }), [
    `content/en/news/index.md:1:1  ${same("/news/", "content/en/news.md")}`,
    `content/zh/index.md:1:1  ${same("/zh/", "content/en/zh.md")}`,
  ]);
  const cased = await told({ "content/en/About.md": own("B") });
  assert.equal(cased.length, 2);
  assert.equal(cased[1], `content/en/about.md:1:1  ${same("/about/", "content/en/About.md")}`);
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
