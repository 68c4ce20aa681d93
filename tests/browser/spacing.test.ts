import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { marksSideBySide, misspacedMarks, ownPage, trimNothing } from "./probes.ts";

const stage = await openStage(builtSite);
const window = { viewport: { width: 390, height: 844 }, bypassCSP: true };

const show = (page: Page, tag: string, words: string) => page.setContent(ownPage(tag, words));

test("every two marks side by side are a character and a half wide, three are two", () =>
  stage.visit("/zh/", window, async (page) => {
    await show(page, "zh-Hans", marksSideBySide);
    assertNoFaults(await page.evaluate<string[]>(misspacedMarks));
    await page.evaluate(trimNothing);
    assertNoFaults(await page.evaluate<string[]>(misspacedMarks));
    await page.addStyleTag({ content: ".c, .o { margin: 0 !important }" });
    const seen = await page.evaluate<string[]>(misspacedMarks);
    assert.ok(seen.length > 800, "each is seen to be wider then");
  }));

/** Where the first sign that `sign` finds in an element stands, in px from the page's left and top. */
const boxOf = (page: Page, selector: string, sign: string) =>
  page.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
    const walker = document.createTreeWalker(document.querySelector("${selector}"), NodeFilter.SHOW_TEXT);
    while (!walker.nextNode().data.includes("${sign}"));
    const range = document.createRange();
    range.setStart(walker.currentNode, walker.currentNode.data.indexOf("${sign}"));
    range.setEnd(walker.currentNode, range.startOffset + 1);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  })()`);

test("a block that begins with a mark is flush with its column", () =>
  stage.visit("/zh/", window, async (page) => {
    await show(
      page,
      "zh-Hans",
      "<h2>《港口》</h2><p>“港口”<blockquote><p>“港”</blockquote><p>港<a href=/>《口》</a>",
    );
    const column = await page.evaluate<number>(
      `document.querySelector("h2").getBoundingClientRect().x`,
    );
    for (const [selector, sign] of [
      ["h2", "《"],
      ["p", "“"],
    ] as const) {
      const { x, width } = await boxOf(page, selector, sign);
      assert.ok(Math.abs(x + width / 2 - column) < 0.5, `${sign} begins at ${x + width / 2}`);
    }
    const link = await boxOf(page, ".prose > p:last-child", "《");
    assert.ok(Math.abs(link.x - column - link.width) < 0.5, "within a line a mark keeps its room");
  }));

test("the line under a link begins at its first mark and ends at its last one", () =>
  stage.visit("/zh/", { ...window, deviceScaleFactor: 2 }, async (page) => {
    await show(page, "zh-Hans", "<p>港<a href=/>《口》</a>市<p>港口<a href=/>“市”</a>");
    const isBlank = async (side: "first" | "last", selector: string, sign: string) => {
      const { x, y, width, height } = await boxOf(page, selector, sign);
      const half = {
        x: x + (side === "last" ? width / 2 + 1 : 0),
        y,
        width: width / 2 - 2,
        height,
      };
      const { channels } = await sharp(await page.screenshot({ clip: half })).stats();
      return channels.every(({ min, max }) => min === max);
    };
    assert.ok(await isBlank("first", "p", "《"));
    assert.ok(await isBlank("last", "p", "》"));
    assert.ok(await isBlank("first", "p:last-child", "“"));
    assert.ok(await isBlank("last", "p:last-child", "”"));
    await page.addStyleTag({ content: ".o, .c { clip-path: none !important }" });
    assert.ok(!(await isBlank("first", "p", "《")), "the line is seen where it is not cut off");
  }));

const held = {
  "en-GB": ["28 May 2025", "13.5 m", "2007–2010"],
  "zh-Hans": ["2007年7月5日", "77万人次", "第44届"],
};
for (const [tag, numbers] of Object.entries(held)) {
  test(`no date and no number with its unit is torn over two lines: ${numbers.join(", ")}`, () =>
    stage.visit("/", { bypassCSP: true }, async (page) => {
      // So many signs before each that it comes to each place in a line.
      const [lead, end] = tag === "en-GB" ? ["a ", " b"] : ["港", "口"];
      const words = numbers.flatMap((number) =>
        Array.from({ length: 50 }, (_, at) => `<p>${lead.repeat(at)}${number}${end.repeat(50)}`),
      );
      await show(page, tag, words.join(""));
      const torn = `(() => {
        const lines = [...document.querySelectorAll(".prose p")].map((block) => {
          const range = document.createRange();
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          const tops = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (let at = 0; at < node.length; at += 1) {
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              tops.push(range.getBoundingClientRect().bottom);
            }
          }
          const number = ${JSON.stringify(numbers)}.find((each) => block.textContent.includes(each));
          const from = block.textContent.indexOf(number);
          return new Set(tops.slice(from, from + number.length).map(Math.round)).size;
        });
        return lines.filter((count) => count > 1).length;
      })()`;
      for (const width of [320, 390, 768]) {
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await page.evaluate<number>(torn), 0);
        assert.equal(await page.locator(".unbroken").count(), words.length);
      }
      await page.addStyleTag({ content: "* { white-space: normal !important }" });
      assert.notEqual(await page.evaluate<number>(torn), 0, "they would be torn otherwise");
    }));
}
