import assert from "node:assert/strict";
import test from "node:test";
import { contentFile, isPublished } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import type { Language } from "../../../scripts/lib/languages.ts";

const cases: [language: Language, date: string, due: string][] = [
  ["en", "2026-01-15", "2026-01-15T00:00:00Z"],
  ["en", "2026-07-15", "2026-07-14T23:00:00Z"],
  ["en", "2026-03-29", "2026-03-29T00:00:00Z"],
  ["en", "2026-03-30", "2026-03-29T23:00:00Z"],
  ["en", "2026-10-25", "2026-10-24T23:00:00Z"],
  ["en", "2026-10-26", "2026-10-26T00:00:00Z"],
  ["zh", "2026-01-15", "2026-01-14T16:00:00Z"],
  ["zh", "2026-07-15", "2026-07-14T16:00:00Z"],
  ["en", "2026-07-15T09:30+08:00", "2026-07-15T01:30:00Z"],
];

for (const [language, date, due] of cases) {
  test(`${date} is due in ${language} at ${due}, and not a millisecond before`, () => {
    const file = contentFile(`content/${language}/news/x.md`, language, "news/x");
    const { entry } = readEntry(file, `---\ntitle: T\nsummary: S\ndate: ${date}\n---\n`);
    assert.ok(entry);
    const at = Date.parse(due);
    assert.equal(isPublished(entry, at - 1), false);
    assert.equal(isPublished(entry, at), true);
    assert.equal(isPublished({ ...entry, draft: true }, at), false);
  });
}

test("a page without a date is due at once, a draft never", () => {
  assert.equal(isPublished({ draft: false, due: undefined }, 0), true);
  assert.equal(isPublished({ draft: true, due: undefined }, Number.MAX_VALUE), false);
});

for (const [key, kind, english, chinese] of [
  ["index", "welcome", "/", "/zh/"],
  ["about", "about", "/about/", "/zh/about/"],
  ["news/index", "news", "/news/", "/zh/news/"],
  ["news/culture-day", "article", "/news/culture-day/", "/zh/news/culture-day/"],
  ["contact", "contact", "/contact/", "/zh/contact/"],
  ["404", "notFound", "/404.html", "/zh/404.html"],
  ["accessibility", "page", "/accessibility/", "/zh/accessibility/"],
  ["news/404", "article", "/news/404/", "/zh/news/404/"],
] as const) {
  test(`${key} is ${kind} at ${english} and ${chinese}`, () => {
    const file = contentFile(`content/en/${key}.md`, "en", key);
    assert.deepEqual([file.kind, file.address], [kind, english]);
    assert.equal(contentFile(`content/zh/${key}.md`, "zh", key).address, chinese);
  });
}
