import assert from "node:assert/strict";
import test, { after } from "node:test";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

/** What sticks out to the side, if the page can be scrolled there. */
const overflow = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
  );
  return [scrollWidth + " px wide", ...out.map((element) => element.outerHTML.slice(0, 100))];
})()`;

/** Telephone numbers that are broken over lines. */
const brokenNumbers = `[...document.querySelectorAll('a[href^="tel:"]')]
  .filter((link) => link.getClientRects().length !== 1)
  .map(({ textContent }) => textContent)`;

for (const { address } of builtSite.pages) {
  // WCAG 2.2, 1.4.10 Reflow: 320 px is also a window of 1280 px at 400 %.
  test(`${address} fits 320 px: no scrolling sideways, no telephone number in two`, () =>
    stage.visit({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(stage.url(address));
      assert.deepEqual(await page.evaluate(overflow), []);
      assert.deepEqual(await page.evaluate(brokenNumbers), []);
    }));
}
