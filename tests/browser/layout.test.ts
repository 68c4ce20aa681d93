import assert from "node:assert/strict";
import test, { after } from "node:test";
import { chromium } from "playwright-core";
import { browserArguments, requireBrowser } from "../../scripts/browser/browser.ts";
import { scrollThrough } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults, pageImages } from "../support/site.ts";
import { faultsAmong, oneOfEachKind, overflow, settle, squeezedText } from "./probes.ts";

const stage = await openStage(builtSite);

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

for (const { address } of builtSite.pages) {
  // WCAG 2.2, 1.4.10 Reflow: 320 px is also a window of 1280 px at 400 %.
  test(`${address} fits 320 px: no scrolling sideways, no word and no telephone number in two`, () =>
    stage.visit(address, { viewport: { width: 320, height: 640 } }, async (page) => {
      assertNoFaults(await overflow(page));
      assertNoFaults(await page.evaluate<string[]>(squeezedText));
      const broken = `
        const words = document.createRange();
        words.selectNodeContents(element);
        if (new Set(Array.from(words.getClientRects(), ({ top }) => top)).size !== 1) say("is broken");
      `;
      const numbers = 'a[href^="tel:"], address div:nth-child(2) dd';
      assertNoFaults(await faultsAmong(page, numbers, broken));
    }));
}

for (const { address } of oneOfEachKind) {
  test(`${address} leaves room for a scrollbar`, async () => {
    await page.goto(stage.url(address));
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 400 });
      const given = await page.evaluate<number>("document.documentElement.clientWidth");
      assert.ok(given < width, "the scrollbar takes room");
      assertNoFaults(await overflow(page));
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
      stage.visit(address, { bypassCSP: true }, async (page) => {
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
  stage.visit("/about/", { bypassCSP: true }, async (page) => {
    const size = "parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)";
    const before = await page.evaluate<number>(size);
    for (const change of Object.values(settings)) await page.evaluate(change);
    // Not quite twice: the part of a fluid size that follows the window stays as it is.
    assert.ok((await page.evaluate<number>(size)) > 1.85 * before);
    const spacing = size.replace("fontSize", "letterSpacing");
    assert.ok((await page.evaluate<number>(spacing)) > 0.2 * before);
  }));

test("text that is torn, clipped, covered or too wide would be seen", () =>
  stage.visit("/contact/", { bypassCSP: true }, async (page) => {
    const breaks = [
      "main { inline-size: 3000px !important }",
      "h1 { inline-size: 2em }",
      "h1 { block-size: 0.5em !important; overflow: hidden }",
      ".title-block dl { margin-block-start: -3rem !important }",
      ".title-block { margin-block-start: -4rem !important }",
    ];
    for (const content of breaks) {
      await page.reload();
      assert.deepEqual(await page.evaluate(squeezedText), []);
      await page.addStyleTag({ content });
      assert.notDeepEqual(await page.evaluate(squeezedText), [], content);
    }
  }));

/** What a picture offers, in pixels of width, and which of it was chosen. */
const offer = `
  const offered = [...element.parentElement.querySelectorAll("source")]
    .flatMap((source) => [...source.srcset.matchAll(/ (\\d+)w/g)].map(([, width]) => Number(width)));
  const [own, chosen] = [Math.max(...offered), Number(/-(\\d+)\\.[0-9a-f]+\\.\\w+$/.exec(element.currentSrc)?.[1])];`;

/**
 * Photographs shown larger than the file that was chosen has pixels for, though a wider one is on
 * offer: `sizes` then says less than the styles do. A tenth is not seen.
 */
const isSoft = `${offer}
  const across = Math.max(box.width, (box.height * element.naturalWidth) / element.naturalHeight);
  const needed = across * devicePixelRatio;
  if (!(chosen * 1.1 >= Math.min(needed, own))) say(chosen + " for " + needed + " px")`;

/** Photographs that are not as wide as `sizes` says, which is their natural width to a browser. */
const isUntrue = `${offer}
  const more = element.matches("[class*=shape]") ? 1.2 : 1.01;
  const claim = element.naturalWidth;
  if (box.width < own && (claim * 1.01 + 1 < box.width || claim - 1 > box.width * more))
    say(claim + " for " + box.width + " px")`;

const illustrated = builtSite.pages.filter((page) => pageImages(page).length > 0);
for (const { address } of illustrated) {
  for (const deviceScaleFactor of [1, 2]) {
    test(`${address} shows its photographs sharp at ${deviceScaleFactor} × density, as wide as it says`, () =>
      stage.visit(address, { deviceScaleFactor }, async (page) => {
        for (const width of [390, 768, 1024, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          await page.reload();
          await scrollThrough(page);
          for (const rule of [isSoft, isUntrue]) {
            const faults = await faultsAmong(page, "img", rule);
            assertNoFaults(faults.map((fault) => `at ${width} px: ${fault}`));
          }
        }
      }));
  }

  test(`${address} sends a telephone of three pixels per pixel no more than two`, () => {
    const telephone = { viewport: { width: 393, height: 852 }, isMobile: true, hasTouch: true };
    return stage.visit(address, { ...telephone, deviceScaleFactor: 3 }, async (page) => {
      await scrollThrough(page);
      const rule = `${offer}
        const times = chosen / box.width;
        if ((times < 2 && chosen < own) || times > 2.5) say(times + " ×")`;
      assertNoFaults(await faultsAmong(page, "img", rule));
    });
  });
}

test("a photograph that is not sharp, and less wide than it says, would be seen", () =>
  stage.visit(
    "/about/",
    { viewport: { width: 1280, height: 900 }, bypassCSP: true },
    async (page) => {
      await scrollThrough(page);
      await page.addStyleTag({
        content: ".figure img { inline-size: 200rem; max-inline-size: none }",
      });
      assert.notDeepEqual(await faultsAmong(page, "img", isSoft), []);
      await page.addStyleTag({ content: ".figure img { inline-size: 20rem }" });
      assert.notDeepEqual(await faultsAmong(page, "img", isUntrue), []);
    },
  ));

/** By selector, what stands out of line. */
const lineRules = {
  ".figure img, .two-cities, .title-block, .notice:not(:has(.notice-photo)) > .notice-text": `
    const main = document.querySelector("main").getBoundingClientRect();
    const gutter = document.querySelector(".site-footer p").getBoundingClientRect().left - main.left;
    if (Math.abs(main.right - gutter - box.right) > 1) say("ends at " + box.right);`,
  ".page > .title-block": `
    const text = document.querySelector(".prose > p").getBoundingClientRect();
    if (Math.abs(text.left - box.left) > 1) say("begins at " + box.left);`,
  ".title-block dl": `
    const rows = Map.groupBy(element.children, (cell) => cell.getBoundingClientRect().top);
    if (new Set([...rows.values()].map(({ length }) => length)).size > 1) say("leaves a cell open");`,
  ".timeline li": `
    if (getComputedStyle(element.querySelector(".timeline-when")).position !== "absolute") return;
    const [date, words] = ["time", ".timeline-what"].map((each) => {
      const range = document.createRange();
      range.selectNodeContents(element.querySelector(each));
      return range.getClientRects()[0].bottom;
    });
    if (Math.abs(date - words) > 0.5) say("its date is off its line by " + (date - words));`,
};

for (const { address } of oneOfEachKind) {
  test(`${address} keeps its lines: one right edge for all that is no text, no open cell, dates beside their words`, () =>
    stage.visit(address, {}, async (page) => {
      for (const width of [640, 768, 1000, 1280]) {
        await page.setViewportSize({ width, height: 1000 });
        await settle(page);
        for (const [selector, rule] of Object.entries(lineRules)) {
          const faults = await faultsAmong(page, selector, rule);
          assertNoFaults(faults.map((fault) => `at ${width} px: ${fault}`));
        }
      }
    }));
}

test("what is out of line would be seen", () =>
  stage.visit("/about/", { bypassCSP: true }, async (page) => {
    await page.setViewportSize({ width: 1280, height: 1000 });
    const breaks = {
      ".two-cities": ".two-cities { max-inline-size: 50rem }",
      ".timeline li": ".timeline-when { line-height: 1.2 }",
    };
    for (const [selector, content] of Object.entries(breaks)) {
      const [rule] = Object.entries(lineRules).flatMap(([each, rule]) =>
        each.includes(selector) ? [rule] : [],
      );
      await page.addStyleTag({ content });
      assert.notDeepEqual(await faultsAmong(page, selector, rule ?? ""), [], content);
    }
  }));

for (const { address } of oneOfEachKind.filter(({ kind }) => kind === "welcome")) {
  test(`${address} has a chart with letters of 11 px at least, whole, as wide as the photographs`, () =>
    stage.visit(address, {}, async (page) => {
      for (const width of [320, 390, 480, 700, 704, 768, 1023, 1024, 1200, 1440, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await settle(page);
        const faults = [
          ...(await faultsAmong(page, ".crossing-map text", isIllegible)),
          ...(width < 704 ? [] : await faultsAmong(page, ".diptych", isWiderThanFrame)),
        ];
        assertNoFaults(faults.map((fault) => `at ${width} px: ${fault}`));
      }
    }));
}

/** Letters on the chart that are small, or leave the sheet that they stand on. */
const isIllegible = `
  if (!isVisible) return;
  const { a, b } = element.getScreenCTM();
  const size = parseFloat(style.fontSize) * Math.hypot(a, b);
  if (size < 11) say(size + " px");
  // An SVG within another has the box of what it shows, and of what it cuts.
  const own = element.ownerSVGElement;
  const sheet = (own.querySelector(":scope > .crossing-sea") ?? own).getBoundingClientRect();
  if (box.left < sheet.left || box.right > sheet.right || box.top < sheet.top || box.bottom > sheet.bottom)
    say("is cut");`;

/** Photographs at the edges of which the frame of the chart does not begin and end. */
const isWiderThanFrame = `
  const photographs = [...element.querySelectorAll(".screen-photo")].map((each) => each.getBoundingClientRect());
  const frame = [...document.querySelectorAll(".crossing-border")]
    .find((each) => each.checkVisibility()).getBoundingClientRect();
  if (Math.abs(photographs[0].left - frame.left) > 2) say("begins elsewhere");
  if (Math.abs(photographs.at(-1).right - frame.right) > 2) say("ends elsewhere");`;

test("letters on the chart that are small or cut, and a narrower frame, would be seen", () =>
  stage.visit("/", { viewport: { width: 1280, height: 900 }, bypassCSP: true }, async (page) => {
    for (const [selector, rule, content] of [
      [".crossing-map text", isIllegible, ".crossing-degree { font-size: 10px !important }"],
      [".crossing-map text", isIllegible, ".crossing-water { font-size: 40px !important }"],
      [".diptych", isWiderThanFrame, ".crossing-map { padding-inline: 1rem }"],
    ] as const) {
      await page.reload();
      await page.addStyleTag({ content });
      assert.notDeepEqual(await faultsAmong(page, selector, rule), [], content);
    }
  }));

/** A4 less margins of 15 mm, in CSS px; at night, since paper is white then too. */
const margin = "15mm";
const mm = 96 / 25.4;
const sheet = { width: Math.round(180 * mm), height: Math.round(267 * mm) };
const onPaper = { viewport: sheet, colorScheme: "dark" } as const;

/** By selector, what is wrong with an element on paper. */
const paperRules = {
  // Only of use on a screen.
  "nav, .skip-link, .language-switch, .screen-link, .pager, .neighbours": `if (isVisible) say("is seen")`,
  "html, body, body *:not(img)": `
    if (!isVisible) return;
    const ink = element.closest("svg") ? style.fill : style.color;
    if (words && ink !== "rgb(0, 0, 0)") say("is " + ink);
    if (!["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(style.backgroundColor))
      say("stands on " + style.backgroundColor);`,
  // Links away from the site, by web or by post, must have their address on the paper.
  "a[href^='http'], a[href^='mailto:']": `
    const address = element.getAttribute("href");
    const said = getComputedStyle(element, "::after").content + element.textContent;
    if (isVisible && element.origin !== location.origin && !said.includes(address.replace("mailto:", "")))
      say("does not say where it leads")`,
  img: `
    let kept = false;
    for (let at = element; at; at = at.parentElement) {
      if (/avoid/.test(getComputedStyle(at).breakInside)) kept = true;
    }
    if (!kept || box.height > ${sheet.height}) say("may be cut, " + box.height + " px high");`,
  ".two-cities, .title-block, .crossing-map, .figure": `
    if (isVisible && !/avoid/.test(style.breakInside)) say("may be cut")`,
};

for (const { address } of builtSite.pages) {
  test(`${address} is black on white on paper, whole, and has nothing to press`, () =>
    stage.visit(address, onPaper, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const [selector, rule] of Object.entries(paperRules)) {
        assertNoFaults(await faultsAmong(page, selector, rule));
      }
      assertNoFaults(await overflow(page));
    }));
}

test("an address is shown after a link out of the text", () =>
  stage.visit("/about/", { ...onPaper, bypassCSP: true }, async (page) => {
    await page.emulateMedia({ media: "print" });
    // Of its own, so that no change of the words undoes the proof.
    await page.evaluate(`document.querySelector(".prose").insertAdjacentHTML(
      "beforeend", '<p><a id="out" href="https://example.org/tide">tide tables</a></p>')`);
    const shown = `getComputedStyle(document.getElementById("out"), "::after").content`;
    assert.match(await page.evaluate<string>(shown), /https:\/\/example\.org\/tide/);
  }));

/** The most sheets of A4 that a page may take; an article one more for every 1000 characters. */
const most: Readonly<Record<string, number>> = { welcome: 3, article: 1, about: 3, contact: 1 };
for (const { address, kind } of oneOfEachKind) {
  if (most[kind] === undefined) continue;
  test(`${address} takes no more paper than its words need`, () =>
    stage.visit(address, {}, async (page) => {
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
