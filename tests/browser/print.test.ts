import assert from "node:assert/strict";
import test, { after } from "node:test";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { oneOfEachKind } from "./probes/one-of-each-kind.ts";
import { settle } from "./probes/settle.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

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
