import assert from "node:assert/strict";
import test from "node:test";
import { foreignTexts, proveRemedies } from "../../support/foreign.ts";

test("of all foreign texts, remedies make what is accepted and lose nothing", async (t) => {
  const texts = await foreignTexts();
  const chinese = texts.filter(({ language }) => language === "zh");
  t.diagnostic(`${texts.length} texts, ${chinese.length} of them Chinese`);
  assert.ok(texts.length >= 300 && chinese.length >= 30);
  proveRemedies(texts);
});
