import assert from "node:assert/strict";
import test from "node:test";
import { awaitFonts } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import {
  facesOf,
  faultsAmong,
  misspacedMarks,
  oneOfEachKind,
  settle,
  trimNothing,
} from "./probes.ts";

const stage = await openStage(builtSite);

const chinese = builtSite.pages.filter(({ language }) => language === "zh");
const window = { viewport: { width: 390, height: 844 } };

/** Chinese words, by the rules of Chinese layout. */
const misset = `if (!/\\p{Script=Han}/u.test(words)) return;
  if (!element.closest("[lang]").lang.startsWith("zh")) say("is not marked as Chinese");
  if (style.fontStyle !== "normal") say("is set in italics");
  if (style.textAutospace !== "normal") say("text-autospace is " + style.textAutospace);
  if (style.lineBreak !== "strict") say("line-break is " + style.lineBreak);`;

/** Looks that a face of ours lacks and the browser would make up. */
const madeUp = `if (words === "" || !isVisible) return;
  // Newsreader is here as roman 400 to 600 and italic 400, and has no small capitals.
  if (style.fontStyle === "italic" && Number(style.fontWeight) >= 600) say("bold italics are made up");
  if (style.fontVariantCaps !== "normal") say("small capitals are made up");`;

for (const { address } of builtSite.pages) {
  test(`${address} sets its Chinese words by the rules of Chinese, and makes no look up`, () =>
    stage.visit(address, window, async (page) => {
      assertNoFaults(await faultsAmong(page, "body *", misset));
      assertNoFaults(await faultsAmong(page, "body *", madeUp));
    }));
}

/** Lines that begin or end with a mark that must not stand there: GB/T 15834—2011, 5.1. */
const brokenLines = `(() => {
  const faults = [];
  const range = document.createRange();
  for (const block of document.querySelectorAll("main :is(p, h1, h2, h3, li, dd, figcaption)")) {
    if (!block.checkVisibility() || getComputedStyle(block).writingMode !== "horizontal-tb") continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let before = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const [box] = range.getClientRects();
        const mark = node.data[at];
        if (!box || mark.trim() === "") continue;
        if (before && box.left < before.box.left && box.top > before.box.top) {
          const line = before.mark + "⏎" + mark + node.data.slice(at + 1, at + 8);
          if (/[，。、！？：；）》」』”’…]/.test(mark)) faults.push("a line begins so: " + line);
          if (/[（《「『“‘]/.test(before.mark)) faults.push("a line ends so: " + line);
        }
        before = { box, mark };
      }
    }
  }
  return faults;
})()`;

for (const { address } of chinese) {
  test(`${address} breaks no line before or after a mark that belongs to its word, and has two side by side on a character and a half`, () =>
    stage.visit(address, { viewport: { width: 320, height: 640 } }, async (page) => {
      await settle(page);
      assertNoFaults(await page.evaluate<string[]>(brokenLines));
      assertNoFaults(await page.evaluate<string[]>(misspacedMarks));
      await page.evaluate(trimNothing);
      assertNoFaults(await page.evaluate<string[]>(misspacedMarks));
    }));
}

for (const { address } of chinese) {
  test(`${address} sets all headings in one Chinese face, ours or the system’s`, () =>
    stage.visit(address, window, async (page) => {
      await awaitFonts(page);
      await page.reload();
      await settle(page);
      const headings = await facesOf(page, "main :is(h1, h2, h3)");
      assert.ok(headings.length > 0);
      const isSystems = (await page.locator("main.system-serif").count()) > 0;
      for (const { html, fonts } of headings) {
        const said = `${html}: ${fonts.map((font) => `${font.familyName} ${font.glyphCount}`)}`;
        assert.ok(
          fonts.every(({ isCustomFont }) => isCustomFont === !isSystems),
          said,
        );
        assert.equal(fonts.length, 1, `one face alone: ${said}`);
      }
    }));
}

test("a heading with one sign too many would be told from a whole one", () =>
  stage.visit("/zh/about/", window, async (page) => {
    await awaitFonts(page);
    await page.reload();
    // U+9F98, four dragons: in no title of any site.
    await page.evaluate(`document.querySelector("h1").append("龘")`);
    await settle(page);
    const [heading] = await facesOf(page, "h1");
    assert.ok(heading?.fonts.some(({ isCustomFont }) => isCustomFont));
    assert.ok(heading?.fonts.some(({ isCustomFont }) => !isCustomFont));
  }));

/** What the browser makes of Chinese words of our own, so that no change of the site's undoes the proof. */
const ownWords = `(async () => {
  const probe = document.createElement("p");
  probe.innerHTML = "港口<em>两座</em><i>一片</i><cite>海</cite>";
  const line = document.createElement("p");
  // What is measured alone is measured as it is, not squeezed together with its neighbour.
  line.style = "text-spacing-trim: space-all";
  document.querySelector("main").append(probe, line);
  const { lineHeight, fontSize } = getComputedStyle(probe);
  const widths = {};
  for (const mark of ["港", "“", "”", "‘", "’", "…", "，", "。"]) {
    line.innerHTML = "<span>" + mark + "</span>";
    await document.fonts.ready;
    const { width } = line.firstChild.getBoundingClientRect();
    widths[mark] = (width / parseFloat(getComputedStyle(line).fontSize)).toFixed(1);
  }
  const { textEmphasisStyle, textEmphasisPosition } = getComputedStyle(probe.querySelector("em"));
  return {
    leading: (parseFloat(lineHeight) / parseFloat(fontSize)).toFixed(2),
    dots: textEmphasisStyle + " " + textEmphasisPosition,
    styles: [...probe.children].map((child) => getComputedStyle(child).fontStyle),
    widths,
  };
})()`;
interface OwnWords {
  leading: string;
  dots: string;
  styles: string[];
  widths: Record<string, string>;
}

for (const { address, language } of oneOfEachKind) {
  if (language !== "zh") continue;
  test(`${address} leads its Chinese lines 1.8, marks emphasis by dots and has full-width marks`, () =>
    stage.visit(address, { ...window, bypassCSP: true }, async (page) => {
      const { leading, dots, styles, widths } = await page.evaluate<OwnWords>(ownWords);
      assert.equal(leading, "1.80");
      assert.match(dots, /dot.* under/);
      assert.deepEqual(styles, ["normal", "normal", "normal"]);
      assertNoFaults(
        Object.entries(widths).flatMap(([mark, em]) => (em === "1.0" ? [] : [`${mark} ${em} em`])),
      );
    }));
}

/** The other name of a city on its photograph, which stands upright within 40 px of an outer edge. */
const upright = (lang: string): string => `
  const photo = element.closest(".screen-photo").getBoundingClientRect();
  const outer = Math.min(box.left - photo.left, photo.right - box.right);
  if (element.closest("[lang]").lang !== "${lang}") say("is not in ${lang}");
  if (style.writingMode !== "vertical-rl" || box.height <= box.width) say("does not stand upright");
  if (outer < 0 || outer >= 40) say(outer + " px from the edge");`;

for (const { address, kind, language } of oneOfEachKind) {
  if (kind !== "welcome") continue;
  for (const viewport of [window.viewport, { width: 1280, height: 800 }]) {
    test(`${address} sets the other names of the cities upright along the edge at ${viewport.width} px`, () =>
      stage.visit(address, { viewport }, async (page) => {
        await settle(page);
        const names = ".screen-vertical";
        assert.equal(await page.locator(names).count(), 2);
        const lang = language === "zh" ? "en-GB" : "zh-Hans";
        assertNoFaults(await faultsAmong(page, names, upright(lang)));
      }));
  }
}
