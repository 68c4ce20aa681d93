import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { sha256 } from "../../../scripts/lib/files.ts";
import type { Language } from "../../../scripts/lib/languages.ts";
import { brief } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";

function read(text: string, key = "news/x", language: Language = "en") {
  return readEntry(contentFile(`content/${language}/${key}.md`, language, key), text);
}

test("divides at the lines of three hyphens, blanks after them or not", () => {
  const { entry, body } = read("---  \ntitle: T\nsummary: S\n--- \n\nText\n---\n", "about");
  assert.deepEqual([body, entry?.bodyLine], ["\nText\n---\n", 5]);
  const empty = read("---\n---", "about");
  assert.ok(!empty.entry);
  assert.deepEqual([empty.body, empty.file.bodyLine], ["", 3]);
});

const front = (key: string, language: Language) => (frontMatter: string) =>
  read(`---\n${frontMatter}\n---\nText\n`, key, language).problems.map(brief);
/** The rule that is told of a date, and what may be written in its place. */
const date = (language: Language) => (written: string) => {
  const lines = front("news/x", language)(`title: T\nsummary: S\ndate: ${written}`);
  return lines.map((line) => line.replace(/^4:7 /, "").replaceAll(" date:", ""));
};

/** Front matter with what is said of its keys done, and nothing more said then. */
function withKeysMended(written: string): string[] {
  const lines: (string | undefined)[] = `---\n${written}\n---`.split("\n");
  for (const { line, message, remedy } of read(`${lines.join("\n")}\n`).problems) {
    const [, other] = /line (\d+) says it already/.exec(message) ?? [];
    const [, better] = /^write `(.+)`/.exec(remedy) ?? [];
    const goesOn = lines.findIndex((next, index) => index >= line && !/^ /.test(next ?? ""));
    lines.fill(undefined, line - 1, goesOn);
    if (better !== undefined) lines[Number(other ?? line) - 1] = better;
  }
  const mended = lines.filter((one) => one !== undefined);
  assert.deepEqual(read(`${mended.join("\n")}\n`).problems, []);
  return mended.slice(1, -1);
}

testTable("front-matter", {
  "a whole file": (text) => read(text).problems.map(brief),
  "where front matter that is not closed is to be closed": (text) =>
    read(text).problems.map(({ remedy }) => remedy),
  "an English article": front("news/x", "en"),
  "a Chinese article": front("news/x", "zh"),
  "an English page": front("about", "en"),
  "a Chinese page": front("about", "zh"),
  Welcome: front("index", "en"),
  "an English article with keys of another system, and with what is said to them done":
    withKeysMended,
  "keys of another system in line 5 of an English article": (line) =>
    front("news/x", "en")(`title: T\nsummary: S\ndate: 2026-11-23\n${line}`),
  "the date of an English article": date("en"),
  "the date of a Chinese article": date("zh"),
});

test("an entry holds what was written and where", () => {
  const text =
    '---\ntitle: " T "\nsummary: S\ndate: 2026-07-01\nupdated: 2026-07-02T23:30+00:00\n' +
    "photo:\n  src: ../../../assets/photos/a.jpg\n  alt: Barges\naliases: [/old/]\ntags: [heritage]\n---\n\nText\n";
  const { entry, problems } = read(text, "news/x", "zh");
  assert.deepEqual(problems, []);
  assert.ok(entry);
  const { places, ...rest } = entry;
  assert.deepEqual(rest, {
    source: "content/zh/news/x.md",
    language: "zh",
    kind: "article",
    key: "news/x",
    address: "/zh/news/x/",
    bodyLine: 12,
    title: "T",
    summary: "S",
    date: {
      written: "2026-07-01",
      day: { year: 2026, month: 7, day: 1 },
      instant: Date.UTC(2026, 5, 30, 16),
    },
    updated: {
      written: "2026-07-02T23:30+00:00",
      day: { year: 2026, month: 7, day: 3 },
      instant: Date.UTC(2026, 6, 2, 23, 30),
    },
    due: Date.UTC(2026, 5, 30, 16),
    archive: false,
    draft: false,
    tags: [{ slug: "heritage", line: 10, column: 8 }],
    photo: { written: "../../../assets/photos/a.jpg", alt: "Barges", line: 7, column: 8 },
    aliases: ["/old/"],
    aliasPlaces: [{ line: 9, column: 11 }],
    textStamp: sha256("T\nS\n\nText").slice(0, 8),
  });
  assert.deepEqual(places.date, { line: 4, column: 7 });
});

test("the text of a screen is placed where its Markdown begins", () => {
  const text =
    "---\ntitle: T\nsummary: S\nscreens:\n  - city: liverpool\n    photo: a.jpg\n    title: A\n" +
    "    text: |\n      One\n\n      Two\n  - { city: shanghai, photo: b.jpg, title: A, text: B }\n---\n";
  const { entry } = read(text, "index");
  const [first, second] = entry?.screens ?? [];
  assert.equal(first?.text, "One\n\nTwo\n");
  assert.deepEqual(first?.textAt, { line: 9, column: 7 });
  assert.deepEqual(first?.photo, { written: "a.jpg", line: 6, column: 12 });
  assert.deepEqual(second?.textAt, { line: 12, column: 53 });
  assert.deepEqual([first?.textAligned, second?.textAligned], [true, true]);
});

test("a text whose lines are folded, or that has escapes in it, is not aligned", () => {
  const screen = (text: string) =>
    `  - city: liverpool\n    photo: a\n    title: A\n    text: ${text}\n`;
  const other = "  - { city: shanghai, photo: a, title: A, text: 'B [c](d.md)' }\n";
  for (const folded of [">\n      One\n      two", "One\n      two", '"One\\n\\ntwo"', "'It''s'"]) {
    const text = `---\ntitle: T\nsummary: S\nscreens:\n${screen(folded)}${other}---\n`;
    const { entry } = read(text, "index");
    const aligned = entry?.screens?.map(({ textAligned }) => textAligned);
    assert.deepEqual(aligned, [false, true], folded);
  }
});
