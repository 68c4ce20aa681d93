import assert from "node:assert/strict";
import test from "node:test";
import { testTable } from "../../support/tables.ts";
import { check, read, render } from "./site.ts";

const paragraph = (html: string) => /^<p>(.*)<\/p>\n$/s.exec(html)?.[1];

testTable("inline", {
  "an English text": (text) => paragraph(render(text)),
  "a Chinese text": (text) => paragraph(render(text, "zh")),
  "a cell of a table": (text) => {
    const table = `| a |\n| --- |\n| ${text} |`;
    assert.deepEqual(check(table), []);
    return /<td>(.*)<\/td>/s.exec(render(table))?.[1]?.replaceAll("\n", " ");
  },
  "the ids of headings": (text) => {
    const ids = Array.from(render(text).matchAll(/<h2 id="([^"]*)"/g), ([, id]) => id);
    const { headings } = read(text);
    assert.deepEqual(
      headings.map(({ id }) => id),
      ids,
    );
    return ids.join(" ");
  },
});

test("the id of a heading is no part of its text", () => {
  assert.equal(render('## "A" {#b}'), '<h2 id="b">“A”</h2>\n');
  const { headings } = read("## A {#b}");
  assert.equal(headings[0]?.text, "A");
});
