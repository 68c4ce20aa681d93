import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { EnvironmentFailure } from "../../../scripts/lib/failure.ts";
import { newText } from "../../../scripts/new/new-text.ts";
import type { TextKind } from "../../../scripts/new/text-fields.ts";
import { makeSite } from "../content/make-site.ts";

type Changes = Parameters<typeof makeSite>[0];

async function made(kind: TextKind, given: Record<string, string>, changes: Changes = {}) {
  const site = await makeSite(changes);
  try {
    return (await newText(site.root, kind, given, undefined, "2026-11-23")).files;
  } finally {
    await site.remove();
  }
}

test("a title is enough for an article: a draft in each language, the Chinese one marked", async () => {
  assert.deepEqual(Object.fromEntries(await made("news", { title: "River Festival" })), {
    "content/en/news/river-festival.md":
      "---\ntitle: River Festival\nsummary: (to be written)\ndate: 2026-11-23\ndraft: true\n---\n\n",
    "content/zh/news/river-festival.md":
      "---\ntitle: （待译）River Festival\nsummary: （待译）\ndate: 2026-11-23\ndraft: true\n---\n\n",
  });
});

test("a page has no date; what is said stands in the files", async () => {
  const given = { title: "Harbour", "title-zh": "港口", summary: "About it.", slug: "the-port" };
  assert.deepEqual(Object.fromEntries(await made("page", given)), {
    "content/en/the-port.md": "---\ntitle: Harbour\nsummary: About it.\ndraft: true\n---\n\n",
    "content/zh/the-port.md":
      "---\ntitle: （待译）港口\nsummary: （待译）About it.\ndraft: true\n---\n\n",
  });
});

test("the longest title and summary leave room for the mark before them", async () => {
  const files = await made("news", {
    title: "🌊".repeat(60),
    summary: "a".repeat(300),
    slug: "x-y",
  });
  for (const [path, text] of files) {
    const file = contentFile(path, path.startsWith("content/zh/") ? "zh" : "en", "news/x-y");
    assert.deepEqual(readEntry(file, text.toString()).problems, [], path);
  }
});

const old = "---\ntitle: About us\nsummary: S\naliases: [/Harbour/]\n---\n";
const refused: [name: string, kind: TextKind, given: Record<string, string>, message: string][] = [
  [
    "an article that is there",
    "news",
    { title: "X" },
    "content/en/news/x.md is there already, and content/zh/news/x.md is there already — choose another title, or another --slug",
  ],
  [
    "an address that is there",
    "page",
    { title: "News" },
    "content/en/news/index.md has the address /news/ already, and content/zh/news/index.md has the address /zh/news/ already — choose another title, or another --slug",
  ],
  [
    "an old address, however it is written",
    "page",
    { title: "Harbour" },
    "/harbour/ is an old address that leads to content/en/about.md — choose another title, or another --slug",
  ],
  [
    "a title that is there",
    "page",
    { title: "About us", slug: "us" },
    "content/en/about.md has the same title — choose another",
  ],
  [
    "a title that is too long",
    "page",
    { title: "a".repeat(121) },
    "title: `title` has 121 characters, and 120 is the most it may have — shorten it by 1",
  ],
  [
    "a date that does not exist",
    "news",
    { title: "A", date: "2026-02-30" },
    "--date: `2026-02-30` is a day that does not exist — write a day of the calendar, such as `date: 2026-02-28`",
  ],
  [
    "an invisible character",
    "page",
    { title: "A\u0007b" },
    "title: an invisible character (U+0007) stands here — delete it and, if a letter is missing, type that again",
  ],
  [
    "a slug that is no name of a file",
    "page",
    { title: "A", slug: "../A b" },
    "--slug: `../A b` has other characters than lower-case letters a–z, digits and hyphens — write those alone, such as a-b",
  ],
  [
    "a title without a letter for the address",
    "page",
    { title: "上海" },
    "Missing: --slug, and there is no terminal to ask on — add --slug river-festival",
  ],
];

for (const [name, kind, given, message] of refused) {
  test(`${name} is refused`, async () => {
    await assert.rejects(made(kind, given, { "content/en/about.md": old }), {
      constructor: EnvironmentFailure,
      message,
    });
  });
}
