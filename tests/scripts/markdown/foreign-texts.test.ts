import test from "node:test";
import { foreignTexts, proveRemedies, some } from "../../support/foreign.ts";

// All of them are in foreign-texts.long.test.ts.
test("of 30 foreign texts, 10 of them Chinese, remedies make what is accepted and lose nothing", async () => {
  const texts = await foreignTexts();
  const chinese = texts.filter(({ language }) => language === "zh");
  const others = texts.filter(({ language }) => language === "en");
  proveRemedies([...some(chinese, 10), ...some(others, 20)]);
});
