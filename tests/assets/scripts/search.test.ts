import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { excerpt } from "../../../assets/scripts/search/excerpt.ts";
import { findPages } from "../../../assets/scripts/search/find-pages.ts";
import type { Pagefind } from "../../../assets/scripts/search/pagefind.ts";
import { serveFolder } from "../../../scripts/browser/serve.ts";
import { hanCuts } from "../../../scripts/lib/han-cuts.ts";
import { type Language, languages } from "../../../scripts/lib/languages.ts";
import { makeSearchIndex } from "../../../scripts/outputs/search.ts";
import { projectRoot } from "../../support/files.ts";

/** Excerpts of texts, and what queries find among small pages. */
interface Cases {
  excerpts: { it: string; text: string; words: string[]; phrases: string[]; is: string }[];
  zh: Pages;
  en: Pages;
  nowhere: string;
}
interface Pages {
  texts: Record<string, string>;
  queries: { it: string; query: string; finds: string[]; marks?: string[] }[];
}
const cases: Cases = parse(
  await readFile(path.join(projectRoot, "tests/fixtures/search/cases.yaml"), "utf8"),
);

/** The excerpt with its marks as `[…]`, of a text in which Pagefind has found `words`. */
function shown(text: string, words: readonly string[], phrases: readonly string[]): string {
  const content = hanCuts.put(text);
  const locations = content.split(" ").flatMap((word, at) => (words.includes(word) ? [at] : []));
  const page = { url: "/", content, locations, meta: { title: "" } };
  return excerpt(page, phrases)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join("");
}

for (const { it, text, words, phrases, is } of cases.excerpts) {
  test(it, () => assert.equal(shown(text, words, phrases), is));
}

test("the part with the most of the query is shown, with a word about what is left out", () => {
  const many = Array.from({ length: 100 }, (_, at) => `w${at}`);
  const text = [...many, "river", "one", "mersey", ...many].join(" ");
  const part = shown(`river ${text}`, ["river", "mersey"], []);
  assert.match(part, /^… .*\[river\] one \[mersey\].* …$/);
  assert.ok(part.split(" ").length <= 32);
});

/** Pagefind itself over some pages, as the browser has it but for the worker. */
async function searchOf(language: Language, { texts }: Pages): Promise<Pagefind> {
  const folder = await mkdtemp(path.join(tmpdir(), "search-"));
  const index = await makeSearchIndex(
    Object.entries(texts).map(([title, text]) => ({
      address: `/${title}/`,
      language,
      title,
      text,
    })),
  );
  for (const [name, bytes] of [...index, ["package.json", '{ "type": "module" }'] as const]) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  const server = await serveFolder(folder, "/pagefind/");
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const { createInstance } = await import(pathToFileURL(path.join(folder, "pagefind.js")).href);
  return createInstance({ basePath: `${server.origin}/pagefind/` });
}

/** Titles of the pages that are found, and what is marked in their excerpts. */
async function find(pagefind: Pagefind, query: string) {
  const { results, phrases } = await findPages(pagefind, query);
  const pages = await Promise.all(results.map((result) => result.data()));
  const pieces = pages.flatMap((page) => excerpt(page, phrases));
  return {
    titles: pages.map(({ url }) => decodeURIComponent(url.split("/").at(-2) ?? "")).sort(),
    marks: pieces.flatMap(({ text, marked }) => (marked ? [text] : [])).sort(),
  };
}

const searches = { zh: await searchOf("zh", cases.zh), en: await searchOf("en", cases.en) };
for (const language of languages) {
  for (const { it, query, finds, marks } of cases[language].queries) {
    test(`${query}: ${it}`, async () => {
      const found = await find(searches[language], query);
      assert.deepEqual(found.titles, finds);
      if (marks) assert.deepEqual(found.marks, marks);
    });
  }
}

for (const word of cases.nowhere.split(" ")) {
  test(`${word} is nowhere, and nothing is found`, async () => {
    assert.deepEqual((await find(searches.en, word)).titles, []);
    // Pagefind alone would find something.
    assert.notEqual((await searches.en.search(word)).results.length, 0);
  });
}
