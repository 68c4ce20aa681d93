import assert from "node:assert/strict";
import test, { after } from "node:test";
import { scrollThrough } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults, pageImages } from "../support/site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

/**
 * Photographs shown larger than the file that was chosen has pixels for, though a wider one is on
 * offer: `sizes` then says less than the styles do. A tenth is not seen.
 */
const softPhotographs = `[...document.images].flatMap((image) => {
  const offered = [...image.parentElement.querySelectorAll("source")]
    .flatMap((source) => [...source.srcset.matchAll(/ (\\d+)w/g)].map(([, width]) => Number(width)));
  const chosen = Number(/-(\\d+)\\.[0-9a-f]+\\.\\w+$/.exec(image.currentSrc)?.[1]);
  const box = image.getBoundingClientRect();
  const across = Math.max(box.width, (box.height * image.naturalWidth) / image.naturalHeight);
  const needed = across * devicePixelRatio;
  const isSoft = !(chosen * 1.1 >= Math.min(needed, Math.max(...offered)));
  return isSoft ? [image.currentSrc + " for " + Math.round(needed) + " px"] : [];
})`;

const illustrated = builtSite.pages.filter((page) => pageImages(page).length > 0);
for (const { address } of illustrated) {
  for (const deviceScaleFactor of [1, 2]) {
    test(`${address} shows its photographs sharp at ${deviceScaleFactor} × density`, () =>
      stage.visit({ deviceScaleFactor }, async (page) => {
        for (const width of [390, 768, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(stage.url(address));
          await scrollThrough(page);
          const faults = await page.evaluate<string[]>(softPhotographs);
          assertNoFaults(faults.map((fault) => `at ${width} px: ${fault}`));
        }
      }));
  }
}

test("a photograph that is not sharp would be seen", () =>
  stage.visit({ viewport: { width: 1280, height: 900 }, bypassCSP: true }, async (page) => {
    await page.goto(stage.url("/about/"));
    await scrollThrough(page);
    await page.addStyleTag({ content: ".figure { min-inline-size: 200rem }" });
    assert.notDeepEqual(await page.evaluate(softPhotographs), []);
  }));
