import assert from "node:assert/strict";
import test, { after } from "node:test";
import { chromium } from "playwright-core";
import { browserArguments, requireBrowser } from "../../scripts/browser/browser.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { oneOfEachKind } from "./probes/one-of-each-kind.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

// Windows and most of Linux give the scrollbar room of its own, which `100vw` does not leave it;
// Playwright hides scrollbars, and with them this fault.
const browser = await chromium.launch({
  executablePath: requireBrowser(),
  args: [...browserArguments],
  ignoreDefaultArgs: ["--hide-scrollbars"],
  chromiumSandbox: false,
});
after(() => browser.close());

const page = await browser.newPage();

for (const { address } of oneOfEachKind(builtSite)) {
  test(`${address} leaves room for a scrollbar`, async () => {
    await page.goto(stage.url(address));
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 400 });
      const [needed = 0, given = 0] = await page.evaluate<number[]>(
        "(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.documentElement)",
      );
      assert.ok(given < width, "the scrollbar takes room");
      assert.ok(needed <= given, `at ${width} px: ${needed} px wide, with room for ${given}`);
    }
  });
}
