import assert from "node:assert/strict";
import test, { after } from "node:test";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { settle } from "./probes/settle.ts";
import { squeezedText } from "./probes/squeezed-text.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

const settings = {
  // WCAG 2.2, 1.4.12 Text Spacing, as the usual bookmarklets set it.
  "text set wider": `(() => {
    const style = document.head.appendChild(document.createElement("style"));
    style.textContent = \`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }\`;
  })()`,
  // WCAG 2.2, 1.4.4 Resize Text.
  "text twice as large": `(() => {
    const root = document.documentElement;
    root.style.fontSize = "";
    root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px";
  })()`,
};

for (const { address } of builtSite.pages) {
  for (const [setting, change] of Object.entries(settings)) {
    test(`${address} stands ${setting}`, () =>
      stage.visit({ viewport: { width: 390, height: 800 }, bypassCSP: true }, async (page) => {
        await page.goto(stage.url(address));
        // Laid out for each window anew: the root’s own size follows its width.
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await page.evaluate(change);
          await settle(page);
          const faults = await page.evaluate<string[]>(squeezedText);
          assertNoFaults(faults.map((fault) => `at ${width} px: ${fault}`));
        }
      }));
  }
}

test("the settings change the text", () =>
  stage.visit({ bypassCSP: true }, async (page) => {
    await page.goto(stage.url("/about/"));
    const style = `(({ fontSize, letterSpacing }) => [fontSize, letterSpacing].map(parseFloat))(
      getComputedStyle(document.querySelector(".prose p")))`;
    const [size = 0] = await page.evaluate<number[]>(style);
    await page.evaluate(settings["text set wider"]);
    const [, spacing = 0] = await page.evaluate<number[]>(style);
    assert.ok(Math.abs(spacing - 0.12 * size) < 0.1, `letters ${spacing} px apart`);
    await page.evaluate(settings["text twice as large"]);
    const [larger = 0] = await page.evaluate<number[]>(style);
    // Not quite twice: the part of a fluid size that follows the window stays as it is.
    assert.ok(larger > 1.85 * size, `${larger} px from ${size}`);
  }));

test("text that is clipped, covered or too wide would be seen", () =>
  stage.visit({ bypassCSP: true }, async (page) => {
    const breaks = [
      "main { inline-size: 3000px !important }",
      "h1 { block-size: 0.5em !important; overflow: hidden }",
      ".contact-details dl { margin-block-start: -3rem !important }",
      ".contact-details { margin-block-start: -4rem !important }",
    ];
    for (const content of breaks) {
      await page.goto(stage.url("/contact/"));
      assert.deepEqual(await page.evaluate(squeezedText), []);
      await page.addStyleTag({ content });
      assert.notDeepEqual(await page.evaluate(squeezedText), [], content);
    }
  }));
