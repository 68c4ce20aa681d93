import assert from "node:assert/strict";
import test from "node:test";
import type { Language } from "../../../scripts/lib/languages.ts";
import { slugify } from "../../../scripts/markdown/inline.ts";
import { testTable } from "../../support/tables.ts";
import { render } from "./site.ts";

const lines = (text: string, language: Language) =>
  /^<p>(.*)<\/p>\n$/s.exec(render(text, language))?.[1]?.split("\n");

testTable("headings", {
  "a heading’s id": slugify,
  "lines of a Chinese page": (text) => lines(text, "zh"),
  "lines of an English page": (text) => lines(text, "en"),
});

/** The ids of headings with these texts, one below the other. */
const idsOf = (...texts: string[]) => {
  const html = render(texts.map((text) => `## ${text}\n`).join("\n"), "zh");
  return Array.from(html.matchAll(/<h2 id="([^"]*)"/g), ([, id]) => id);
};

test("equal ids are numbered from 2, past those that are taken, and none is the layout's", () => {
  const wanted = ["上海港", "a-2", "a", "a", "a", "上海港"];
  assert.deepEqual(idsOf(...wanted), ["上海港", "a-2", "a", "a-3", "a-4", "上海港-2"]);
  assert.deepEqual(idsOf("Content 2", "Content"), ["content-2", "content-3"]);
});

test("names of Object.prototype are ids like others", () => {
  assert.deepEqual(idsOf("constructor", "constructor"), ["constructor", "constructor-2"]);
});

test("headings, table cells and alt texts are joined too", () => {
  assert.equal(render("上海\n港\n---", "zh"), '<h2 id="上海港">上海港</h2>\n');
  assert.match(render("![上海\n港](a.jpg)", "zh"), /"alt":"上海港"/);
});
