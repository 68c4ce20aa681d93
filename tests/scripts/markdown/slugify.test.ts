import assert from "node:assert/strict";
import { test } from "node:test";
import { slugify } from "../../../scripts/markdown/slugify.ts";

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
