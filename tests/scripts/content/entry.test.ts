import assert from "node:assert/strict";
import test from "node:test";
import { contentFile, isPublished } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import type { Language } from "../../../scripts/lib/languages.ts";
import { testTable } from "../../support/tables.ts";

test("a page without a date is due at once, a draft never", () => {
  assert.equal(isPublished({ draft: false, due: undefined }, 0), true);
  assert.equal(isPublished({ draft: true, due: undefined }, Number.MAX_VALUE), false);
});

testTable("entries", {
  "when a page is due": (input) => {
    const [language, date] = input.split(" ") as [Language, string];
    const file = contentFile(`content/${language}/news/x.md`, language, "news/x");
    const { entry } = readEntry(file, `---\ntitle: T\nsummary: S\ndate: ${date}\n---\n`);
    assert.ok(entry?.due);
    assert.equal(isPublished(entry, entry.due - 1), false);
    assert.equal(isPublished(entry, entry.due), true);
    assert.equal(isPublished({ ...entry, draft: true }, entry.due), false);
    return new Date(entry.due).toISOString().replace(".000", "");
  },
  "the kind of a page and its addresses": (key) => {
    const { kind, address } = contentFile(`content/en/${key}.md`, "en", key);
    return `${kind} ${address} ${contentFile(`content/zh/${key}.md`, "zh", key).address}`;
  },
});
