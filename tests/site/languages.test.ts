import test from "node:test";
import { languageSwitch } from "../support/rules/language-switch.ts";
import { languages } from "../support/rules/languages.ts";
import { assertNoFaults } from "../support/site/assert-no-faults.ts";
import { builtSite } from "../support/site/built-site.ts";

test("every page names its language, its address and its alternates, and they name it", () => {
  assertNoFaults(languages(builtSite));
});

test("the language switch leads to the same page in the other language", () => {
  assertNoFaults(languageSwitch(builtSite));
});
