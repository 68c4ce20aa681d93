import assert from "node:assert/strict";
import test from "node:test";
import { headingGlyphs, isCoveredBy } from "../../../../scripts/outputs/fonts/glyphs.ts";

test("each Chinese character once, sorted, whatever the order of the headings", () => {
  assert.equal(headingGlyphs(["上海海图", "上海"]), "上图海");
  assert.equal(headingGlyphs(["上海", "上海海图"]), "上图海");
});

test("Latin letters and figures are left to the Latin font", () => {
  assert.equal(headingGlyphs(["About us, 1999", "1999年"]), "年");
});

test("quotation marks count in a Chinese heading only", () => {
  assert.equal(headingGlyphs(["“海”，图！"]), "“”图海！，");
  assert.equal(headingGlyphs(["“Sea”"]), "");
});

test("characters beyond the basic plane stay whole", () => {
  assert.equal(headingGlyphs(["𠮷"]), "𠮷");
});

test("a title of known characters is covered, Latin words in it or not", () => {
  assert.equal(isCoveredBy("上海图", "上图海"), true);
  assert.equal(isCoveredBy("上海 Shanghai 2025", "上图海"), true);
  assert.equal(isCoveredBy("Shanghai", ""), true);
});

test("one unknown character, even a mark of punctuation, and the title is not", () => {
  assert.equal(isCoveredBy("上海港", "上图海"), false);
  assert.equal(isCoveredBy("上海！", "上图海"), false);
  assert.equal(isCoveredBy("“上海”", "上图海"), false);
});
