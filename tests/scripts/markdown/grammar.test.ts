import assert from "node:assert/strict";
import test from "node:test";
import type { Language } from "../../../scripts/lib/languages.ts";
import { slugify } from "../../../scripts/markdown/grammar.ts";
import { render } from "./site.ts";

const cases: readonly [text: string, id: string][] = [
  ["World Heritage", "world-heritage"],
  ["上海港", "上海港"],
  ["黄浦江：上海的“母亲河”", "黄浦江-上海的-母亲河"],
  ["Shanghai 上海 & Liverpool 利物浦", "shanghai-上海-liverpool-利物浦"],
  ["Shanghai’s riverfront", "shanghais-riverfront"],
  ["It's 18 October 1999!", "its-18-october-1999"],
  ["ＣＱＧ　公司", "cqg-公司"],
  ["  — Dashes — at the ends —  ", "dashes-at-the-ends"],
  ["Café Zürich", "café-zürich"],
  ["𠀀字", "𠀀字"],
  ["…", "section"],
  ["🚢", "section"],
  ["", "section"],
  ["__proto__", "proto"],
];

for (const [text, id] of cases) {
  test(`“${text}” has the id ${id}`, () => assert.equal(slugify(text), id));
}

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

const hanLineBreaksCases: readonly [text: string, html: string, language?: Language][] = [
  ["黄浦江\n外滩", "黄浦江外滩"],
  ["黄浦江，\n外滩", "黄浦江，外滩"],
  ["黄浦江\n（外滩）", "黄浦江（外滩）"],
  ["（外滩）\n《书》", "（外滩）《书》"],
  ["说\n“好”\n的", "说“好”的"],
  ["是——\n的……\n了", "是——的……了"],
  ["**江**\n滩", "<strong>江</strong>滩"],
  ["**江**\n**滩**", "<strong>江</strong><strong>滩</strong>"],
  ["**江\n滩**", "<strong>江滩</strong>"],
  ["江\n[滩](/a/)\n上", '江<a href="/a/">滩</a>上'],
  ["江\n`码`\n上", "江<code>码</code>上"],
  ["江 \n滩", "江滩"],
  ["江\n  滩", "江滩"],
  ["𠀀\n𠀁", "𠀀𠀁"],
  ["江\n\\（滩", "江\n\\（滩"],
  ["〇\n々", "〇々"],
  ["江\nRiver", "江\nRiver"],
  ["River\n江", "River\n江"],
  ["**River**\n江", "<strong>River</strong>\n江"],
  ["River\nMersey", "River\nMersey"],
  ["江\n1999", "江\n1999"],
  ["江  \n滩", "江<br>\n滩"],
  ["江\\\n滩", "江<br>\n滩"],
  ["“Mersey”\n“Huangpu”", "“Mersey”\n“Huangpu”", "en"],
  ["上海\n外滩", "上海外滩", "en"],
];

for (const [text, html, language = "zh"] of hanLineBreaksCases) {
  test(`${JSON.stringify(text)} in ${language}`, () => {
    assert.equal(render(text, language), `<p>${html}</p>\n`);
  });
}

test("headings, table cells and alt texts are joined too", () => {
  assert.equal(render("上海\n港\n---", "zh"), '<h2 id="上海港">上海港</h2>\n');
  assert.match(render("![上海\n港](a.jpg)", "zh"), /"alt":"上海港"/);
});
