import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { oneOfEachKind } from "./probes/one-of-each-kind.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

/** CSS Color 4, 10: what the reader chose, here as this browser has it. */
type System = Record<"Canvas" | "CanvasText" | "LinkText", string>;
function system(page: Page): Promise<System> {
  return page.evaluate<System>(`(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    const colours = {};
    for (const name of ["Canvas", "CanvasText", "LinkText"]) {
      probe.style.color = name;
      colours[name] = getComputedStyle(probe).color;
    }
    probe.remove();
    return colours;
  })()`);
}

const visibleLinks = `[...document.querySelectorAll("a[href]")]
  .filter((link) => link.checkVisibility())
  .map((link) => {
    const { color, textDecorationLine, textDecorationColor } = getComputedStyle(link);
    return { name: link.textContent, color, line: textDecorationLine, lineColor: textDecorationColor };
  })`;

/** Frames that hold a thing together: without them it falls apart where all is of one colour. */
const frames =
  ".cartouche, .screen-photo, .screen-cartouche, .two-cities, .contact-details, .site-header, .site-footer";
const framesSeen = `[...document.querySelectorAll("${frames}")].map((element) => {
  const borders = [null, "::before", "::after"].flatMap((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    if (pseudo !== null && style.content === "none") return [];
    return ["Top", "Right", "Bottom", "Left"]
      .filter((side) => style["border" + side + "Style"] !== "none")
      .filter((side) => parseFloat(style["border" + side + "Width"]) > 0)
      .map((side) => style["border" + side + "Color"]);
  });
  return { name: element.className, borders };
})`;

const forced: BrowserContextOptions = { forcedColors: "active" };
const schemes = ["light", "dark"] as const;

for (const { address } of oneOfEachKind(builtSite)) {
  test(`${address} keeps links, frames and focus with forced colours`, () =>
    stage.visit(forced, async (page) => {
      await page.goto(stage.url(address));
      await page.keyboard.press("Tab");
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const { Canvas, CanvasText, LinkText } = await system(page);
        assert.notEqual(Canvas, CanvasText);

        type Link = { name: string; color: string; line: string; lineColor: string };
        const links = await page.evaluate<Link[]>(visibleLinks);
        assert.ok(links.length > 0);
        assertNoFaults(
          links
            .filter(
              ({ color, line }) => color !== LinkText || (line !== "underline" && line !== "none"),
            )
            .map((link) => JSON.stringify(link)),
        );

        type Frame = { name: string; borders: string[] };
        for (const { name, borders } of await page.evaluate<Frame[]>(framesSeen)) {
          assert.ok(borders.length > 0, `${name} has a border`);
          assert.ok(!borders.includes(Canvas), `the border of ${name} shows`);
        }

        await page.keyboard.press("Tab");
        const outline = await page.evaluate<{
          style: string;
          width: string;
          color: string;
        }>(`(() => {
          const style = getComputedStyle(document.activeElement);
          return { style: style.outlineStyle, width: style.outlineWidth, color: style.outlineColor };
        })()`);
        assert.equal(outline.style, "solid");
        assert.ok(Number.parseFloat(outline.width) >= 3);
        assert.notEqual(outline.color, Canvas);
      }
    }));
}

for (const { address, kind } of oneOfEachKind(builtSite)) {
  if (kind !== "welcome") continue;
  for (const width of [390, 1280]) {
    test(`${address} keeps its map readable with forced colours at ${width} px`, () =>
      stage.visit({ ...forced, viewport: { width, height: 800 } }, async (page) => {
        await page.goto(stage.url(address));
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          const { Canvas, CanvasText, LinkText } = await system(page);
          type Paint = { count: number; fills: string[]; strokes: string[]; widths: number[] };
          const paint = (part: string): Promise<Paint> =>
            page.evaluate<Paint>(`(() => {
              const all = [...document.querySelectorAll(".crossing-map ${part}")]
                .filter((element) => element.checkVisibility())
                .map((element) => getComputedStyle(element));
              return {
                count: all.length,
                fills: [...new Set(all.map(({ fill }) => fill))],
                strokes: [...new Set(all.map(({ stroke }) => stroke))],
                widths: [...new Set(all.map(({ strokeWidth }) => parseFloat(strokeWidth)))],
              };
            })()`);
          const land = await paint(".crossing-land");
          assert.ok(land.count > 0);
          assert.deepEqual(land.strokes, [CanvasText], "land is told from sea by its coast");
          assert.ok(land.widths.every((line) => line >= 0.5));
          const course = await paint(".crossing-course");
          assert.ok(course.count > 0);
          assert.deepEqual(course.strokes, [LinkText], "the course is drawn, and unlike the coast");
          const ports = await paint(".crossing-port");
          assert.equal(ports.count, 2);
          assert.deepEqual(ports.strokes, [CanvasText], "the ports are ringed");
          const words = await paint("text");
          assert.ok(words.count > 0);
          assert.deepEqual(words.fills, [CanvasText], "all words are in the colour of text");
          const sheet = `getComputedStyle([...document.querySelectorAll(".crossing-map > svg")]
            .find((map) => map.checkVisibility())).backgroundColor`;
          const ground = await page.evaluate<string>(sheet);
          assert.ok([Canvas, "rgba(0, 0, 0, 0)"].includes(ground), `the sheet is ${ground}`);
        }
      }));
  }
}
