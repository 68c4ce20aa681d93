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
import { makeSearchIndex } from "../../../scripts/outputs/search.ts";
import { projectRoot } from "../../support/files.ts";

/** Excerpts of texts, and what queries find among small pages. */
interface Cases {
  excerpts: { it: string; text: string; words: string[]; phrases: string[]; is: string }[];
  texts: Record<string, string>;
  queries: { it: string; query: string; finds: string[] }[];
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

const folder = await mkdtemp(path.join(tmpdir(), "search-"));
const index = await makeSearchIndex(
  Object.entries(cases.texts).map(([title, text]) => {
    return { address: `/zh/${title}/`, language: "zh", title, text };
  }),
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

// Pagefind itself, as the browser has it but for the worker.
const { createInstance } = await import(pathToFileURL(path.join(folder, "pagefind.js")).href);
const pagefind: Pagefind = createInstance({ basePath: `${server.origin}/pagefind/` });

for (const { it, query, finds } of cases.queries) {
  test(`${query}: ${it}`, async () => {
    const { results } = await findPages(pagefind, query);
    const pages = await Promise.all(results.map((result) => result.data()));
    const found = pages.map(({ url }) => decodeURIComponent(url.split("/").at(-2) ?? ""));
    assert.deepEqual(found.sort(), finds);
  });
}
