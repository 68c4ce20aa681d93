import assert from "node:assert/strict";
import test from "node:test";
import { hanCuts } from "../../../scripts/lib/han-cuts.ts";

test("every Han character is a word by itself, and other words stay whole", () => {
  const words = hanCuts.put("“利物浦在上海”：CQG于1999年，the Bund’s").split(" ");
  for (const character of "利物浦在上海于年") assert.ok(words.includes(character), character);
  for (const word of ["CQG", "1999", "the", "Bund’s"]) assert.ok(words.includes(word), word);
});

test("with the cuts taken out the text is as it was, its blanks too", () => {
  for (const text of [
    "“利物浦在上海”文化日",
    "Shanghai 上海 and Liverpool 利物浦",
    "CQG 在上海，2025 年（SHINE）。",
    "𠮷野家 🚢 مرحبا <b>&amp;</b>",
    "上海",
    "",
  ]) {
    assert.equal(hanCuts.remove(hanCuts.put(text)), text);
  }
});

test("white space of any kind and width is one blank", () => {
  assert.equal(hanCuts.remove(hanCuts.put(" a\n\tb\u200B\u00A0\u3000c \uFEFF")), "a b c");
});
