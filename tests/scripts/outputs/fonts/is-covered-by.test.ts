import assert from "node:assert/strict";
import { test } from "node:test";
import { isCoveredBy } from "../../../../scripts/outputs/fonts/is-covered-by.ts";

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
