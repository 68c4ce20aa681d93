import assert from "node:assert/strict";
import test from "node:test";
import type { Language } from "../../../scripts/lib/languages.ts";
import { testTable } from "../../support/tables.ts";
import { read, render } from "./site.ts";

/** What is shown of each link of the page, and its target where that is another. */
function linksOf(text: string, language: Language): string {
  const { links } = read(text, language);
  const shown = render(text, language).matchAll(/<a href="([^"]*)"/g);
  assert.equal(Array.from(shown).length, links.length);
  return links.map(({ href, text }) => (href === text ? href : `${text}=${href}`)).join(" ");
}

testTable("bare-links", {
  "an English text": (text) => linksOf(text, "en") || [],
  "a Chinese text": (text) => linksOf(text, "zh") || [],
});

test("what stands around an address is set as ever", () => {
  assert.equal(
    render(`"https://a.org/it's"--*me@a.org*...`),
    '<p>“<a href="https://a.org/it\'s" class="bare">https://a.org/it\'s</a>”–<em><a href="mailto:me@a.org" class="bare">me@a.org</a></em>…</p>\n',
  );
  assert.equal(
    render("上海\nhttps://a.org/Köln\n江", "zh"),
    '<p>上海\n<a href="https://a.org/K%C3%B6ln" class="bare">https://a.org/Köln</a>\n江</p>\n',
  );
});

test("an address straight after a Chinese mark is a link on the page too", () => {
  const link = '<a href="https://www.example.org" class="bare">www.example.org</a>';
  assert.equal(
    render("看！www.example.org 【www.example.org】", "zh"),
    `<p>看！${link} 【${link}】</p>\n`,
  );
});
