import assert from "node:assert/strict";
import test, { after } from "node:test";
import { budgets, overBudget, sumBytes, telephone, weighPage } from "../../scripts/bench/weigh.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

for (const { address } of builtSite.pages) {
  // The search pages have a script of their own, which fetches its index when it is asked something.
  const scriptBytes = /^\/(?:zh\/)?search\/$/.test(address) ? budgets.searchScript : 0;

  test(`${address} keeps its budgets, of scripts too, and asks no other origin`, async (context) => {
    const weight = await weighPage(stage.browser, stage.url(address));
    assertNoFaults(overBudget(weight));
    const others = weight.whole.filter(({ url }) => new URL(url).origin !== stage.origin);
    assert.deepEqual(others, []);
    assert.ok(sumBytes(weight.whole, "script") <= scriptBytes);
    const markup = sumBytes(weight.whole, "document", "stylesheet");
    context.diagnostic(`HTML and CSS ${markup} B, whole page ${sumBytes(weight.whole)} B`);
  });

  test(`${address} stands still on a wide window when its fonts arrive`, async () => {
    const window = { viewport: { width: 1280, height: 800 } };
    const { shifts } = await weighPage(stage.browser, stage.url(address), window);
    assertNoFaults(overBudget({ firstView: [], whole: [], shifts }));
  });
}

const homes = builtSite.pages.filter(({ address }) => address === "/" || address === "/zh/");
for (const { address, tags } of homes) {
  test(`${address} is weighed with both its photographs, in AVIF, and its fonts`, async () => {
    assert.deepEqual(telephone, {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
    });
    const { whole } = await weighPage(stage.browser, stage.url(address));
    const images = tags.filter(({ name }) => name === "img").slice(0, 2);
    for (const { attributes } of images) {
      const [photograph = ""] = /\/photos\/.+-(?=\d+\.)/.exec(attributes.src ?? "") ?? [];
      assert.notEqual(photograph, "");
      const found = whole.filter(({ url }) => url.includes(photograph));
      assert.deepEqual(
        found.map(({ url }) => url.replace(/^.*\./, "")),
        ["avif"],
      );
    }
    assert.ok(sumBytes(whole, "font") > 0);
    assert.ok(sumBytes(whole) <= budgets.whole);
  });
}
