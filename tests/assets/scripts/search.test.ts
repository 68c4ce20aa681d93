import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { pathToFileURL } from "node:url";
import { excerpt } from "../../../assets/scripts/search/excerpt.ts";
import { findPages } from "../../../assets/scripts/search/find-pages.ts";
import type { Pagefind } from "../../../assets/scripts/search/pagefind.ts";
import { serveFolder } from "../../../scripts/browser/serve.ts";
import { hanCuts } from "../../../scripts/lib/han-cuts.ts";
import { makeSearchIndex } from "../../../scripts/outputs/search.ts";

/** The excerpt with its marks as `[…]`, of a text in which Pagefind has found `words`. */
function shown(text: string, words: readonly string[], phrases: readonly string[] = []): string {
  const content = hanCuts.put(text);
  const locations = content.split(" ").flatMap((word, at) => (words.includes(word) ? [at] : []));
  const page = { url: "/", content, locations, meta: { title: "" } };
  return excerpt(page, phrases)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join("");
}

test("words are marked without the punctuation around them", () => {
  assert.equal(
    shown("“Mersey,” they said: the River.", ["“Mersey,”", "River."]),
    "“[Mersey],” they said: the [River].",
  );
});

test("markup in a text stays text", () => {
  const text = "<b>a</b> &amp; 5 < 6 </script> <img src=x onerror=alert(1)>";
  assert.equal(shown(text, []), text);
});

test("Han characters are marked only where they stand together as in the query", () => {
  assert.equal(
    shown("海上商城，上海的海。利物浦在上海", [..."上海"], ["上海"]),
    "海上商城，[上海]的海。利物浦在[上海]",
  );
});

test("the first word shown is whole, and blanks beside Han characters are kept", () => {
  assert.equal(shown("利物浦 Liverpool 与上海", [], ["利物浦"]), "[利物浦] Liverpool 与上海");
});

test("nothing that is marked is cut in two", () => {
  const part = shown(`上海${"的".repeat(56)}上海${"的".repeat(56)}`, [], ["上海"]);
  assert.equal(part, `[上海]${"的".repeat(56)}[上海] …`);
});

test("the part with the most of the query is shown, with a word about what is left out", () => {
  const many = Array.from({ length: 100 }, (_, at) => `w${at}`);
  const text = [...many, "river", "one", "mersey", ...many].join(" ");
  const part = shown(`river ${text}`, ["river", "mersey"]);
  assert.match(part, /^… .*\[river\] one \[mersey\].* …$/);
  assert.ok(part.split(" ").length <= 32);
});

const texts: Readonly<Record<string, string>> = {
  docks: "皇家阿尔伯特码头位于利物浦。",
  history: "利物浦的海运历史。",
  sea: "海上有船，船在港。",
  city: "上海的江岸 CQG。",
  // Only the title has it.
  世博会: "两座城市。",
};

const folder = await mkdtemp(path.join(tmpdir(), "search-"));
const index = await makeSearchIndex(
  Object.entries(texts).map(([title, text]) => {
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

/** The titles of what is found, the best first. */
async function found(query: string): Promise<string[]> {
  const { results } = await findPages(pagefind, query);
  const pages = await Promise.all(results.map((result) => result.data()));
  return pages.map(({ url }) => decodeURIComponent(url.split("/").at(-2) ?? ""));
}

test("Chinese words are found wherever their characters stand together", async () => {
  assert.deepEqual((await found("利物浦")).sort(), ["docks", "history"]);
  assert.deepEqual(await found("上海"), ["city"]);
  assert.deepEqual(await found("阿尔伯特码头"), ["docks"]);
});

test("several words must all be there, in any order", async () => {
  assert.deepEqual(await found("历史 利物浦"), ["history"]);
  assert.deepEqual(await found("CQG上海"), ["city"]);
});

test("what no page says in one go is searched for word by word", async () => {
  assert.deepEqual(await found("利物浦历史"), ["history"]);
});

test("a title is searched too", async () => {
  assert.deepEqual(await found("世博会"), ["世博会"]);
});

test("quotation marks and other punctuation do not matter", async () => {
  assert.deepEqual(await found("“上海”，《CQG》"), ["city"]);
  assert.deepEqual(await found('"上海" CQG'), ["city"]);
});

test("what no page has is not found", async () => {
  assert.deepEqual(await found("海港大学"), []);
});
