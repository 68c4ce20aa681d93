import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { draftText } from "../../../scripts/new/fields.ts";

const titles = [
  "A river festival",
  "News: the docks",
  "Pier #3",
  "“Quoted”, 'quoted' and \"quoted\" \\ twice",
  "true",
  "null",
  "~",
  "1999",
  "0x1f",
  "2026-12-01",
  "- a list",
  "*bold* & more",
  "%percent",
  "@home",
  "{braces} [brackets]",
  "! | >",
  "---",
  "key: value # comment",
  "（待译）上海：港口",
  `${"Long words ".repeat(9)}to the end`,
];

for (const title of titles) {
  test(`“${title.slice(0, 40)}” is read back as it was given`, () => {
    const text = draftText({ title, summary: title, date: "2026-12-01" });
    const file = contentFile("content/en/news/x.md", "en", "news/x");
    const { entry, problems } = readEntry(file, text);
    assert.deepEqual(problems, []);
    assert.equal(entry?.title, title);
    assert.equal(entry?.summary, title);
    assert.equal(entry?.draft, true);
  });
}
