import assert from "node:assert/strict";
import test, { after } from "node:test";
import { unloadedImages } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

const windows = [
  { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
];
for (const { address } of builtSite.pages) {
  for (const window of windows) {
    test(`${address} loads whole and without complaint at ${window.viewport.width} px`, () =>
      stage.visit(window, async (page, faults) => {
        const response = await page.goto(stage.url(address));
        assert.equal(response?.status(), 200);
        assert.deepEqual(await unloadedImages(page), []);
        await page.waitForLoadState("networkidle");
        assertNoFaults(faults);
      }));
  }
}

test("an address that does not exist answers 404 with a page that loads whole", () =>
  stage.visit({}, async (page, faults) => {
    const address = stage.url("/no/such/page/");
    const response = await page.goto(address);
    assert.equal(response?.status(), 404);
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(await unloadedImages(page), []);
    await page.waitForLoadState("networkidle");
    // The answer itself, and what the console says of it.
    assertNoFaults(faults.filter((fault) => !/^answer 404.*\/no\/such|status of 404/.test(fault)));
    assert.equal(faults.filter((fault) => fault.startsWith("answer")).length, 1);
  }));
