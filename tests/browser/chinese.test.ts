import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import { awaitFonts } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { oneOfEachKind, settle } from "./probes.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

const chinese = builtSite.pages.filter(({ language }) => language === "zh");
const window = { viewport: { width: 390, height: 844 } };

/** What breaks the rules of Chinese layout, of every element that has Chinese words of its own. */
const misset = `(() => {
  const faults = [];
  for (const element of document.body.querySelectorAll("*")) {
    const words = [...element.childNodes].filter((node) => node.nodeType === 3).map(({ data }) => data).join("");
    if (!/\\p{Script=Han}/u.test(words) || element.localName === "style") continue;
    const style = getComputedStyle(element);
    const say = (what) => faults.push(element.outerHTML.slice(0, 70) + ": " + what);
    if (!element.closest("[lang]").lang.startsWith("zh")) say("is not marked as Chinese");
    if (style.fontStyle !== "normal") say("is set in italics");
    if (style.textAutospace !== "normal") say("text-autospace is " + style.textAutospace);
    if (style.lineBreak !== "strict") say("line-break is " + style.lineBreak);
  }
  return faults;
})()`;

/** Looks that a face of ours lacks and the browser would make up. */
const madeUp = `(() => {
  const faults = [];
  for (const element of document.body.querySelectorAll("*")) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!words || element.localName === "style" || !element.checkVisibility()) continue;
    const { fontStyle, fontWeight, fontVariantCaps } = getComputedStyle(element);
    const say = (what) => faults.push(element.outerHTML.slice(0, 70) + ": " + what);
    // Newsreader is here as roman 400 to 600 and italic 400, and has no small capitals.
    if (fontStyle === "italic" && Number(fontWeight) >= 600) say("bold italics are made up");
    if (fontVariantCaps !== "normal") say("small capitals are made up");
  }
  return faults;
})()`;

for (const { address, language } of builtSite.pages) {
  test(`${address} sets its Chinese words by the rules of Chinese, and makes no look up`, () =>
    stage.visit(window, async (page) => {
      await page.goto(stage.url(address));
      assertNoFaults(await page.evaluate<string[]>(misset));
      assertNoFaults(await page.evaluate<string[]>(madeUp));
      // The link to the other language is in that language, and says so.
      const link = page.locator(".language-switch");
      const [lang, word] = language === "zh" ? ["en-GB", "English"] : ["zh-Hans", "中文"];
      assert.equal(await link.getAttribute("lang"), lang);
      assert.equal(await link.textContent(), word);
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
  test(`${address} breaks no line before or after a mark that belongs to its word`, () =>
    stage.visit({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(stage.url(address));
      await settle(page);
      assertNoFaults(await page.evaluate<string[]>(brokenLines));
    }));
}

/** The faces that the browser really took for the own words of what `selector` finds, and of what is in it. */
async function facesOf(page: Page, session: CDPSession, selector: string) {
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  assert.equal(nodeIds.length, await page.locator(selector).count());
  return Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      const { outerHTML } = await session.send("DOM.getOuterHTML", { nodeId });
      return { html: outerHTML.replace(/\s+/g, " "), fonts };
    }),
  );
}

for (const { address } of chinese) {
  test(`${address} sets each heading in one Chinese face, ours or the system’s`, () =>
    stage.visit(window, async (page) => {
      await awaitFonts(page);
      await page.goto(stage.url(address));
      await settle(page);
      const session = await page.context().newCDPSession(page);
      const headings = await facesOf(page, session, "h1, h2, h3");
      assert.ok(headings.length > 0);
      for (const { html, fonts } of headings) {
        const own = fonts.filter(({ isCustomFont }) => isCustomFont);
        const ours = own.filter(({ familyName }) => /Noto Serif (CJK )?SC/.test(familyName));
        const others = fonts.filter((font) => !ours.includes(font));
        const systems = others.filter(({ isCustomFont }) => !isCustomFont);
        const said = `${html}: ${fonts.map((font) => `${font.familyName} ${font.glyphCount}`)}`;
        const text = html.replace(/<[^>]*>/g, "");
        if (!/\p{Script=Han}/u.test(text)) continue;
        if (/<h\d[^>]*system-serif/.test(html)) {
          assert.equal(ours.length, 0, `all in the system’s serif: ${said}`);
        } else if (ours.length > 0) {
          assert.equal(systems.length, 0, `no sign is left to the system: ${said}`);
        } else {
          assert.ok(await isOfProse(page, text), `the heading font is used: ${said}`);
        }
      }
    }));
}

/** Headings inside of news are nobody's to foresee; they are set in the system's serif. */
function isOfProse(page: Page, text: string): Promise<boolean> {
  const words = JSON.stringify(text.trim());
  return page.evaluate<boolean>(
    `[...document.querySelectorAll(".prose :is(h2, h3)")].some((e) => e.textContent.trim() === ${words})`,
  );
}

test("a heading with one sign too many would be told from a whole one", () =>
  stage.visit(window, async (page) => {
    await awaitFonts(page);
    await page.goto(stage.url("/zh/about/"));
    // U+9F98, four dragons: in no title of any site.
    await page.evaluate(`document.querySelector("h1").append("龘")`);
    await settle(page);
    const session = await page.context().newCDPSession(page);
    const [heading] = await facesOf(page, session, "h1");
    assert.ok(heading?.fonts.some(({ isCustomFont }) => isCustomFont));
    assert.ok(heading?.fonts.some(({ isCustomFont }) => !isCustomFont));
  }));

const zhKinds = oneOfEachKind(builtSite).filter(({ language }) => language === "zh");

for (const { address } of zhKinds) {
  test(`${address} leads its Chinese lines 1.8, marks emphasis by dots and has full-width marks`, () =>
    stage.visit({ ...window, bypassCSP: true }, async (page) => {
      await page.goto(stage.url(address));
      // Of its own, so that no change of the words undoes the proof.
      await page.evaluate(`document.querySelector("main").insertAdjacentHTML(
        "beforeend", '<p id="probe">港口<em>两座</em><i>一片</i><cite>海</cite></p>')`);
      const style = (selector: string, property: string): Promise<string> =>
        page.evaluate<string>(
          `getComputedStyle(document.querySelector("#probe${selector}"))["${property}"]`,
        );
      const leading = Number.parseFloat(await style("", "lineHeight"));
      const size = Number.parseFloat(await style("", "fontSize"));
      assert.equal((leading / size).toFixed(2), "1.80");
      assert.match(await style(" em", "textEmphasisStyle"), /dot/);
      assert.match(await style(" em", "textEmphasisPosition"), /under/);
      for (const name of ["em", "i", "cite"]) {
        assert.equal(await style(` ${name}`, "fontStyle"), "normal", name);
      }

      const widths = await page.evaluate<Record<string, number>>(`(async () => {
        const line = document.createElement("p");
        document.querySelector("main").append(line);
        const widths = {};
        for (const mark of ["港", "“", "”", "‘", "’", "…", "，", "。"]) {
          line.innerHTML = "<span>" + mark + "</span>";
          // What is measured alone is measured as it is, not squeezed together with its neighbour.
          line.style = "text-spacing-trim: space-all";
          await document.fonts.ready;
          widths[mark] = line.firstChild.getBoundingClientRect().width / parseFloat(getComputedStyle(line).fontSize);
        }
        line.remove();
        return widths;
      })()`);
      assertNoFaults(
        Object.entries(widths)
          .filter(([, width]) => Math.abs(width - 1) > 0.05)
          .map(([mark, width]) => `${mark} is ${width.toFixed(2)} em wide`),
      );
    }));
}

for (const { address, kind, language } of oneOfEachKind(builtSite)) {
  if (kind === "welcome") {
    for (const viewport of [window.viewport, { width: 1280, height: 800 }]) {
      test(`${address} sets the other names of the cities upright along the edge at ${viewport.width} px`, () =>
        stage.visit({ viewport }, async (page) => {
          await page.goto(stage.url(address));
          await settle(page);
          const names = await page.evaluate<
            { lang: string; mode: string; width: number; height: number; outer: number }[]
          >(`[...document.querySelectorAll(".screen-vertical")].map((name) => {
            const box = name.getBoundingClientRect();
            const photo = name.closest(".screen-photo").getBoundingClientRect();
            return {
              lang: name.closest("[lang]").lang, mode: getComputedStyle(name).writingMode,
              width: box.width, height: box.height,
              outer: Math.min(box.left - photo.left, photo.right - box.right),
            };
          })`);
          assert.equal(names.length, 2);
          for (const { lang, mode, width, height, outer } of names) {
            assert.equal(lang, language === "zh" ? "en-GB" : "zh-Hans");
            assert.equal(mode, "vertical-rl");
            assert.ok(height > width, `${width} × ${height} px stands upright`);
            assert.ok(outer >= 0 && outer < 40, `${outer} px from the edge`);
          }
        }));
    }
  }
}
