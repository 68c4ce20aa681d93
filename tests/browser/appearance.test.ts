import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { siteTokens } from "../assets/styles/tokens.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { oneOfEachKind } from "./probes.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

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

for (const { address } of oneOfEachKind(builtSite)) {
  test(`${address} turns from day to night with the system, without a reload`, () =>
    stage.visit({ colorScheme: "light" }, async (page) => {
      let loads = 0;
      page.on("load", () => {
        loads += 1;
      });
      await page.goto(stage.url(address));
      const { tones, ...day } = await look(page);
      assert.deepEqual(day, palette("light"));
      for (const { tone, background } of tones) {
        assert.ok(tone, "every photograph stands on a tone");
        assert.match(background, /^rgb\(/, "the tone is a colour");
      }
      await page.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await look(page), { ...palette("dark"), tones });
      await page.emulateMedia({ colorScheme: "light" });
      assert.deepEqual(await look(page), { ...palette("light"), tones });
      assert.equal(loads, 1);
    }));

  test(`${address} is dark from the start and turns with the system, scripts off`, () =>
    stage.visit({ colorScheme: "dark", javaScriptEnabled: false }, async (page) => {
      await page.goto(stage.url(address));
      const { tones, ...night } = await look(page);
      assert.deepEqual(night, palette("dark"));
      // Scrollbars and the like follow too.
      const scheme = "getComputedStyle(document.documentElement).colorScheme";
      assert.equal(await page.evaluate(scheme), "light dark");
      await page.emulateMedia({ colorScheme: "light" });
      assert.deepEqual(await look(page), { ...palette("light"), tones });
    }));
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

/** The longest that anything may move, ms: the art direction of the site. */
const longest = 200;

/** What moves, or would on hover or focus, for longer than `limit` ms; and what scrolls smoothly. */
function motion(page: Page, limit: number, smooth: "allowed" | "not allowed"): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const milliseconds = (list) => Math.max(...list.split(",").map((time) =>
      Number.parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000)));
    const found = [];
    for (const element of document.querySelectorAll("*")) {
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, pseudo);
        const say = (what) => found.push(element.outerHTML.slice(0, 60) + (pseudo ?? "") + " " + what);
        const transition = milliseconds(style.transitionDuration) + milliseconds(style.transitionDelay);
        if (transition > ${limit}) say("transition of " + transition + " ms");
        const endless = style.animationIterationCount === "infinite";
        const animation = milliseconds(style.animationDuration) + milliseconds(style.animationDelay);
        if (style.animationName !== "none" && (endless || animation > ${limit})) {
          say("animation of " + animation + " ms");
        }
        if (${smooth === "not allowed"} && style.scrollBehavior === "smooth") say("smooth scrolling");
      }
    }
    return found;
  })()`);
}

for (const { address } of oneOfEachKind(builtSite)) {
  test(`${address} moves for ${longest} ms at most, and not at all for those who want it so`, () =>
    stage.visit({ reducedMotion: "no-preference" }, async (page) => {
      await page.goto(stage.url(address));
      assertNoFaults(await motion(page, longest, "allowed"));
      await page.emulateMedia({ reducedMotion: "reduce" });
      assertNoFaults(await motion(page, 0, "not allowed"));
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
    stage.visit({ reducedMotion }, async (page) => {
      await page.addInitScript(watch);
      await page.goto(stage.url("/"));
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
