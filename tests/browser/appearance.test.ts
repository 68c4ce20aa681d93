import assert from "node:assert/strict";
import test from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { siteTokens } from "../assets/styles/tokens.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { faultsAmong, oneOfEachKind } from "./probes.ts";

const stage = await openStage(builtSite);

const tokens = siteTokens();
/** A colour of the palette as a browser says it. */
function asComputed(name: string, scheme: "light" | "dark"): string {
  const hex = tokens.get(name)?.[scheme];
  assert.ok(hex, `--${name} is a colour`);
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${channels.join(", ")})`;
}

interface Look {
  page: string;
  text: string;
  heading: string;
  link: string;
  tones: { tone: string | undefined; background: string }[];
}
function look(page: Page): Promise<Look> {
  return page.evaluate<Look>(`(() => {
    const colour = (element) => getComputedStyle(element).color;
    return {
      page: getComputedStyle(document.documentElement).backgroundColor,
      text: colour(document.body),
      heading: colour(document.querySelector("h1")),
      link: colour(document.querySelector(".language-switch")),
      tones: [...document.images].map((image) => ({
        tone: image.className.match(/tone-\\d+/)?.[0],
        background: getComputedStyle(image).backgroundColor,
      })),
    };
  })()`);
}
function palette(scheme: "light" | "dark"): Omit<Look, "tones"> {
  const [page, text, heading, link] = ["page", "text", "heading", "link"].map((name) =>
    asComputed(name, scheme),
  ) as [string, string, string, string];
  return { page, text, heading, link };
}

for (const { address } of oneOfEachKind) {
  for (const javaScriptEnabled of [true, false]) {
    const script = javaScriptEnabled ? "on" : "off";
    test(`${address} is dark from the start and turns with the system, scripts ${script}`, () =>
      stage.visit(address, { colorScheme: "dark", javaScriptEnabled }, async (page) => {
        let loads = 0;
        page.on("load", () => {
          loads += 1;
        });
        const { tones, ...night } = await look(page);
        assert.deepEqual(night, palette("dark"));
        for (const { tone, background } of tones) {
          assert.ok(tone, "every photograph stands on a tone");
          assert.match(background, /^rgb\(/, "the tone is a colour");
        }
        // Scrollbars and the like follow too.
        const scheme = "getComputedStyle(document.documentElement).colorScheme";
        assert.equal(await page.evaluate(scheme), "light dark");
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await look(page), { ...palette(colorScheme), tones });
        }
        assert.equal(loads, 0, "without a reload");
      }));
  }
}

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

/** Frames that hold a thing together: without them it falls apart where all is of one colour. */
const frames =
  ".cartouche, .screen-photo, .screen-cartouche, .two-cities, .title-block, .site-header, .site-footer";
const forced: BrowserContextOptions = { forcedColors: "active" };
const schemes = ["light", "dark"] as const;

for (const { address } of oneOfEachKind) {
  test(`${address} keeps links, frames and focus with forced colours`, () =>
    stage.visit(address, forced, async (page) => {
      await page.keyboard.press("Tab");
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const { Canvas, CanvasText, LinkText } = await system(page);
        assert.notEqual(Canvas, CanvasText);
        assert.ok((await page.locator("a[href]:visible").count()) > 0);
        const links = `const { color, textDecorationLine: line } = style;
          if (isVisible && (color !== "${LinkText}" || !/^(underline|none)$/.test(line))) say(color + line)`;
        assertNoFaults(await faultsAmong(page, "a[href]", links));
        const borders = `const borders = [null, "::before", "::after"].flatMap((pseudo) => {
            const style = getComputedStyle(element, pseudo);
            if (pseudo !== null && style.content === "none") return [];
            return ["Top", "Right", "Bottom", "Left"]
              .filter((side) => style["border" + side + "Style"] !== "none")
              .filter((side) => parseFloat(style["border" + side + "Width"]) > 0)
              .map((side) => style["border" + side + "Color"]);
          });
          if (borders.length === 0) say("has no border");
          if (borders.includes("${Canvas}")) say("its border is not seen");`;
        assertNoFaults(await faultsAmong(page, frames, borders));
        await page.keyboard.press("Tab");
        const outline = `const { outlineStyle, outlineWidth, outlineColor } = style;
          if (outlineStyle !== "solid" || parseFloat(outlineWidth) < 3 || outlineColor === "${Canvas}")
            say(style.outline)`;
        assert.equal(await page.locator(":focus").count(), 1);
        assertNoFaults(await faultsAmong(page, ":focus", outline));
      }
    }));
}

for (const { address, kind } of oneOfEachKind) {
  if (kind !== "welcome") continue;
  for (const width of [390, 1280]) {
    test(`${address} keeps its map readable with forced colours at ${width} px`, () =>
      stage.visit(address, { ...forced, viewport: { width, height: 800 } }, async (page) => {
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          const { Canvas, CanvasText, LinkText } = await system(page);
          const map = (part: string): string => `.crossing-map ${part}`;
          for (const [part, least, rule] of [
            // Land is told from sea by its coast, the course from the coast; the ports are ringed.
            [".crossing-land", 1, `stroke !== "${CanvasText}" || parseFloat(strokeWidth) < 0.5`],
            [".crossing-course", 1, `stroke !== "${LinkText}"`],
            [".crossing-port", 2, `stroke !== "${CanvasText}"`],
            ["text", 1, `fill !== "${CanvasText}"`],
          ] as const) {
            const count = await page.locator(`${map(part)}:visible`).count();
            assert.ok(count >= least, `${part}: ${count}`);
            const fault = `const { fill, stroke, strokeWidth } = style;
              if (isVisible && (${rule})) say([fill, stroke, strokeWidth])`;
            assertNoFaults(await faultsAmong(page, map(part), fault));
          }
          const sheet = `const { backgroundColor } = style;
            if (isVisible && !["${Canvas}", "rgba(0, 0, 0, 0)"].includes(backgroundColor)) say(backgroundColor)`;
          assertNoFaults(await faultsAmong(page, ".crossing-map > svg", sheet));
        }
      }));
  }
}

/** The longest that anything may move, ms: the art direction of the site. */
const longest = 200;

/** What moves, or would on hover or focus, for longer than `limit` ms. */
const motion = (limit: number): string => `
  const milliseconds = (list) => Math.max(...list.split(",").map((time) =>
    Number.parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000)));
  for (const pseudo of [null, "::before", "::after"]) {
    const style = getComputedStyle(element, pseudo);
    const transition = milliseconds(style.transitionDuration) + milliseconds(style.transitionDelay);
    if (transition > ${limit}) say((pseudo ?? "") + " transition of " + transition + " ms");
    const endless = style.animationIterationCount === "infinite";
    const animation = milliseconds(style.animationDuration) + milliseconds(style.animationDelay);
    if (style.animationName !== "none" && (endless || animation > ${limit}))
      say((pseudo ?? "") + " animation of " + animation + " ms");
  }`;
const smooth = `if (style.scrollBehavior === "smooth") say("smooth scrolling")`;

for (const { address } of oneOfEachKind) {
  test(`${address} moves for ${longest} ms at most, and not at all for those who want it so`, () =>
    stage.visit(address, { reducedMotion: "no-preference" }, async (page) => {
      assertNoFaults(await faultsAmong(page, "*", motion(longest)));
      await page.emulateMedia({ reducedMotion: "reduce" });
      assertNoFaults(await faultsAmong(page, "*", motion(0) + smooth));
    }));
}

// `transition`: what the page that is come to says of the way there. https://drafts.csswg.org/css-view-transitions-2/
const watch = `addEventListener("pagereveal", ({ viewTransition }) => {
  globalThis.transition = viewTransition === null ? null : viewTransition.ready.then(() =>
    document.getAnimations()
      .filter(({ effect }) => effect.pseudoElement?.startsWith("::view-transition"))
      .map(({ effect }) => effect.getComputedTiming().endTime));
});`;

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  test(`pages change over as the reader wants it: ${reducedMotion}`, () =>
    stage.visit("/", { reducedMotion }, async (page) => {
      await page.addInitScript(watch);
      await page.locator("header a[href$='/about/']").click();
      await page.waitForURL(stage.url("/about/"));
      // A page may have loaded before it is first shown.
      await page.waitForFunction("'transition' in globalThis");
      const times = await page.evaluate<number[] | null>("transition");
      if (reducedMotion === "reduce") return assert.equal(times, null);
      assert.ok(times && times.length > 0, "they change over by a view transition");
      for (const time of times) assert.ok(time > 0 && time <= longest, `${time} ms`);
    }));
}
