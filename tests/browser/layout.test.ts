import assert from "node:assert/strict";
import test, { after } from "node:test";
import { chromium } from "playwright-core";
import { browserArguments, requireBrowser } from "../../scripts/browser/browser.ts";
import { scrollThrough } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults, pageImages } from "../support/site.ts";
import { oneOfEachKind, settle, squeezedText } from "./probes.ts";

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

/** A4 less margins of 15 mm, in CSS px; at night, since paper is white then too. */
const margin = "15mm";
const mm = 96 / 25.4;
const sheet = { width: Math.round(180 * mm), height: Math.round(267 * mm) };
const onPaper = { viewport: sheet, colorScheme: "dark" } as const;

/** What is only of use on a screen. */
const screenOnly = `[...document.querySelectorAll(
  "nav, .skip-link, .language-switch, .screen-link, .pager, .neighbours",
)].filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 80))`;

/** Text that is not black, and what is not white behind text. */
const colours = `(() => {
  const found = [];
  const black = "rgb(0, 0, 0)";
  const white = ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"];
  for (const element of document.querySelectorAll("html, body, body *")) {
    if (!element.checkVisibility() || element.localName === "img") continue;
    const style = getComputedStyle(element);
    const say = (what) => found.push(element.outerHTML.slice(0, 70) + " " + what);
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const ink = element.closest("svg") ? style.fill : style.color;
    if (says && ink !== black) say("is " + ink);
    if (!white.includes(style.backgroundColor)) say("stands on " + style.backgroundColor);
  }
  return found;
})()`;

/** Links away from the site, by web or by post, whose address is not on the paper. */
const unseenAddresses = `[...document.querySelectorAll("a[href^='http'], a[href^='mailto:']")]
  .filter((link) => link.checkVisibility() && link.origin !== location.origin)
  .filter((link) => {
    const address = link.getAttribute("href");
    const after = getComputedStyle(link, "::after").content;
    return !after.includes(address) && !link.textContent.includes(address.replace("mailto:", ""));
  })
  .map((link) => link.outerHTML)`;

/** Photographs that a page break may cut, or that are higher than a sheet. */
const cutPhotographs = `[...document.images].filter((image) => {
  let kept = false;
  for (let at = image; at; at = at.parentElement) {
    if (/avoid/.test(getComputedStyle(at).breakInside)) kept = true;
  }
  return !kept || image.getBoundingClientRect().height > ${sheet.height};
}).map((image) => image.alt + " " + image.getBoundingClientRect().height + " px high")`;

/** Panels that a page break may cut in two. */
const cutPanels = `[...document.querySelectorAll(".two-cities, .contact-details, .crossing-map, .figure")]
  .filter((panel) => panel.checkVisibility() && !/avoid/.test(getComputedStyle(panel).breakInside))
  .map(({ className }) => className)`;

for (const { address } of builtSite.pages) {
  test(`${address} is black on white on paper, whole, and has nothing to press`, () =>
    stage.visit(onPaper, async (page) => {
      await page.emulateMedia({ media: "print" });
      await page.goto(stage.url(address));
      assertNoFaults(await page.evaluate<string[]>(screenOnly));
      assertNoFaults(await page.evaluate<string[]>(colours));
      assertNoFaults(await page.evaluate<string[]>(unseenAddresses));
      assertNoFaults(await page.evaluate<string[]>(cutPhotographs));
      assertNoFaults(await page.evaluate<string[]>(cutPanels));
      const width = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]";
      const [needed = 0, given = 0] = await page.evaluate<number[]>(width);
      assert.ok(needed <= given, `${needed} px wide on a sheet of ${given}`);
    }));
}

test("an address is shown after a link out of the text", () =>
  stage.visit({ ...onPaper, bypassCSP: true }, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(stage.url("/about/"));
    // Of its own, so that no change of the words undoes the proof.
    await page.evaluate(`document.querySelector(".prose").insertAdjacentHTML(
      "beforeend", '<p><a id="out" href="https://example.org/tide">tide tables</a></p>')`);
    const shown = `getComputedStyle(document.getElementById("out"), "::after").content`;
    assert.match(await page.evaluate<string>(shown), /https:\/\/example\.org\/tide/);
  }));

/** The most sheets of A4 that a page may take; an article one more for every 1000 characters. */
const most: Readonly<Record<string, number>> = { welcome: 3, article: 1, about: 3, contact: 1 };
for (const { address, kind } of oneOfEachKind(builtSite)) {
  if (most[kind] === undefined) continue;
  test(`${address} takes no more paper than its words need`, () =>
    stage.visit({}, async (page) => {
      await page.goto(stage.url(address));
      const length = await page.evaluate<number>(
        `document.querySelector(".article")?.textContent.length ?? 0`,
      );
      const sheets = (most[kind] ?? 0) + Math.floor(length / 1000);
      await settle(page);
      const pdf = await page.pdf({
        format: "A4",
        margin: { top: margin, right: margin, bottom: margin, left: margin },
      });
      // PDF 1.7, 7.7.3.3: every page is an object of the type Page.
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages >= 1 && pages <= sheets, `${pages} sheets, at most ${sheets} were due`);
    }));
}
