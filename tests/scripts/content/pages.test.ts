import assert from "node:assert/strict";
import test from "node:test";
import { checkContent } from "../../../scripts/content/content.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { makeSite } from "./make-site.ts";

for (const [page, changes, expected] of [
  [
    "abuot",
    {},
    "content/_data/navigation.yaml:1:9  the navigation leads to `abuot`, and there is no content/en/abuot.md — did you mean `about`?",
  ],
  [
    "about",
    { "content/zh/about.md": null },
    "content/_data/navigation.yaml:1:9  the navigation leads to `about`, and there is no content/zh/about.md — create content/zh/about.md, or take it out of the navigation",
  ],
  ["news/x", {}, undefined],
] as const) {
  test(`a navigation to ${page}`, async () => {
    const navigation = `- page: ${page}\n  label: { en: A, zh: 甲 }\n`;
    const site = await makeSite({ "content/_data/navigation.yaml": navigation, ...changes });
    try {
      const { problems } = await checkContent(site.root);
      assert.deepEqual(problems.map(formatProblem), expected === undefined ? [] : [expected]);
    } finally {
      await site.remove();
    }
  });
}
