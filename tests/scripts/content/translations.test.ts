import assert from "node:assert/strict";
import test from "node:test";
import { contentFile, type Entry } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { checkTranslations, translationStamp } from "../../../scripts/content/translations.ts";
import { sha256 } from "../../../scripts/lib/files.ts";
import type { Language } from "../../../scripts/lib/languages.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";

function article(language: Language, key: string, more = "", date = "2026-11-23"): Entry {
  const file = contentFile(`content/${language}/${key}.md`, language, key);
  const { entry, problems } = readEntry(
    file,
    `---\ntitle: T\nsummary: S\ndate: ${date}\n${more}---\nText\n`,
  );
  assert.deepEqual(problems, []);
  assert.ok(entry);
  return entry;
}

const stamp = sha256("T\nS\nText").slice(0, 8);
/** In the morning of 24 November in Shanghai. */
const now = Date.UTC(2026, 10, 23, 22);
const told = (...entries: Entry[]) => checkTranslations(entries, [], now).map(formatProblem);

test("the stamp is of title, summary and body, and of nothing that editors cannot see", () => {
  const chinese = article("zh", "news/x", `translated: 2026-11-23 ${stamp}\n`);
  const own = article("en", "news/x");
  const of = (body: string, title = "T", summary = "S") => {
    return { ...own, textStamp: translationStamp(title, summary, body) };
  };
  const digits = sha256("T\nS\nOne\n\nTwo").slice(0, 8);
  const translated = { ...chinese, translated: `2026-11-23 ${digits}` };
  for (const body of [
    "One\n\nTwo\n",
    "\ufeffOne\r\n\r\nTwo\r\n",
    "One  \n\t\nTwo\n\n \n",
    "One\n\nTwo",
    "One\r\rTwo",
  ]) {
    assert.deepEqual(told(of(body), translated), [], JSON.stringify(body));
  }
  const text = "One\n\nTwo\n";
  for (const changed of [of(text, "U"), of(text, "T", "U"), of("One\nTwo\n")]) {
    assert.equal(told(changed, translated).length, 1);
  }
});

test("a translation of the text as it stands says nothing", () => {
  assert.deepEqual(
    told(article("en", "news/x"), article("zh", "news/x", `translated: 2026-11-23 ${stamp}\n`)),
    [],
  );
});

test("no counterpart", () => {
  assert.deepEqual(told(article("en", "news/x"), article("zh", "news/y")), [
    "content/en/news/x.md:1:1  warning: this page has no counterpart in Chinese — write it in content/zh/news/x.md",
    "content/zh/news/y.md:1:1  warning: this page has no counterpart in English — write it in content/en/news/y.md",
  ]);
});

test("a counterpart whose front matter has an error is not missing", () => {
  const files = [contentFile("content/zh/news/x.md", "zh", "news/x")];
  assert.deepEqual(checkTranslations([article("en", "news/x")], files, now), []);
});

test("drafts are not compared", () => {
  assert.deepEqual(told(article("en", "news/x", "draft: true\n")), []);
  assert.deepEqual(told(article("en", "news/x"), article("zh", "news/x", "draft: true\n")), []);
});

test("the same moment is the same date, however it is written", () => {
  const translated = `translated: 2026-11-23 ${stamp}\n`;
  const english = article("en", "news/x", "", "2026-11-23T00:00Z");
  const chinese = article("zh", "news/x", translated, "2026-11-23T08:00+08:00");
  assert.deepEqual(told(english, chinese), []);
});
