import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import { siteTokens } from "../assets/styles/site-tokens.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { oneOfEachKind } from "./probes/one-of-each-kind.ts";

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
